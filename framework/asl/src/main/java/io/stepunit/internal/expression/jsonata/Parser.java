package io.stepunit.internal.expression.jsonata;

import io.stepunit.internal.expression.jsonata.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Parses JSONata by operator precedence, with AWS's syntax errors.
 *
 * <p>See "Operators" in the JSONata documentation, version 2.0.6.
 */
final class Parser {
  private static final int MAX_NESTING = 500;
  private static final int LOWEST = 0;
  private static final Map<String, Integer> BINDING_POWER =
      Map.ofEntries(
          Map.entry(".", 75),
          Map.entry("[", 80),
          Map.entry("{", 70),
          Map.entry("(", 80),
          Map.entry("@", 80),
          Map.entry("#", 80),
          Map.entry("?", 20),
          Map.entry("+", 50),
          Map.entry("-", 50),
          Map.entry("*", 60),
          Map.entry("/", 60),
          Map.entry("%", 60),
          Map.entry("=", 40),
          Map.entry("<", 40),
          Map.entry(">", 40),
          Map.entry("^", 40),
          Map.entry(":=", 10),
          Map.entry("!=", 40),
          Map.entry("<=", 40),
          Map.entry(">=", 40),
          Map.entry("~>", 40),
          Map.entry("and", 30),
          Map.entry("or", 25),
          Map.entry("in", 40),
          Map.entry("&", 50));

  private final Lexer lexer;
  private Token token;
  private int nesting;
  private int end;

  private Parser(String text) {
    lexer = new Lexer(text);
    token = lexer.next(false);
  }

  /**
   * @throws SyntaxProblem if the text is no expression
   */
  static Node parse(String text) {
    Parser parser = new Parser(text);
    Node node = parser.expression(LOWEST);
    if (parser.token.kind() != Kind.END) {
      throw new SyntaxProblem("Syntax error: " + parser.token.quoted(), parser.token.start());
    }
    return node;
  }

  private Node expression(int power) {
    if (++nesting > MAX_NESTING) {
      throw new SyntaxProblem("The expression is nested too deeply", token.start());
    }
    Token first = token;
    advance(true);
    Node left = operand(first);
    while (power < powerOf(token)) {
      Token operator = token;
      advance(false);
      left = operation(operator, left, first.start());
    }
    nesting--;
    return left;
  }

  private void advance(boolean afterOperand) {
    end = token.end();
    token = lexer.next(afterOperand);
  }

  private static int powerOf(Token token) {
    return token.kind() == Kind.OPERATOR
        ? BINDING_POWER.getOrDefault(token.text(), LOWEST)
        : LOWEST;
  }

  private Node operand(Token first) {
    return switch (first.kind()) {
      case NAME -> new Node.Name(first.text());
      case VARIABLE -> new Node.Variable(first.text());
      case STRING -> new Node.Text(first.text());
      case NUMBER, WORD, REGEX -> new Node.Constant(first.text());
      case END -> throw new SyntaxProblem("Unexpected end of expression", first.start());
      case OPERATOR -> prefix(first);
    };
  }

  /** What an operator means where an operand is due. */
  private Node prefix(Token operator) {
    return switch (operator.text()) {
      case "and", "or", "in" -> new Node.Name(operator.text());
      case "*", "**", "%" -> new Node.Wildcard(operator.text());
      case "-" -> new Node.Parts(List.of(expression(70)));
      case "(" -> block();
      case "[" -> array();
      case "{" -> new Node.Parts(pairs());
      case "|" -> transform();
      default ->
          throw new SyntaxProblem(
              "The symbol " + operator.quoted() + " cannot be used as a unary operator",
              operator.start());
    };
  }

  private Node operation(Token operator, Node left, int start) {
    return switch (operator.text()) {
      case "." -> new Node.Path(left, expression(75));
      case "(" -> call(left);
      case "[" -> filter(left);
      case "{" -> new Node.Group(left, pairs());
      case "^" -> sort(left);
      case "?" -> condition(left);
      case "@", "#" -> new Node.Focus(left, focus(operator));
      case ":=" -> bind(operator, left);
      default -> binary(operator, left, start);
    };
  }

  private Node binary(Token operator, Node left, int start) {
    Integer power = BINDING_POWER.get(operator.text());
    if (power == null) {
      throw new SyntaxProblem("Unknown operator: " + operator.quoted(), operator.start());
    }
    Node right = expression(power);
    return new Node.Binary(operator, left, right, start, end);
  }

  private void expect(String operator, boolean afterOperand) {
    if (!token.is(operator)) {
      String wanted = Quotes.quoted(operator);
      throw new SyntaxProblem(
          token.kind() == Kind.END
              ? "Expected " + wanted + " before end of expression"
              : "Expected " + wanted + ", got " + token.quoted(),
          token.start());
    }
    advance(afterOperand);
  }

  private Node block() {
    List<Node> expressions = new ArrayList<>();
    while (!token.is(")")) {
      expressions.add(expression(LOWEST));
      if (!token.is(";")) {
        break;
      }
      expect(";", false);
    }
    expect(")", true);
    return new Node.Block(expressions);
  }

  private Node array() {
    List<Node> items = new ArrayList<>();
    if (!token.is("]")) {
      while (true) {
        items.add(expression(LOWEST));
        if (token.is("..")) {
          expect("..", false);
          items.add(expression(LOWEST));
        }
        if (!token.is(",")) {
          break;
        }
        expect(",", false);
      }
    }
    expect("]", true);
    return new Node.Parts(items);
  }

  private List<Node> pairs() {
    List<Node> parts = new ArrayList<>();
    if (!token.is("}")) {
      while (true) {
        parts.add(expression(LOWEST));
        expect(":", false);
        parts.add(expression(LOWEST));
        if (!token.is(",")) {
          break;
        }
        expect(",", false);
      }
    }
    expect("}", true);
    return parts;
  }

  private Node transform() {
    List<Node> parts = new ArrayList<>();
    parts.add(expression(LOWEST));
    expect("|", false);
    parts.add(expression(LOWEST));
    if (token.is(",")) {
      expect(",", false);
      parts.add(expression(LOWEST));
    }
    expect("|", true);
    return new Node.Transform(parts);
  }

  private Node filter(Node left) {
    if (token.is("]")) {
      expect("]", true);
      return new Node.Filter(left, null);
    }
    Node predicate = expression(LOWEST);
    expect("]", true);
    return new Node.Filter(left, predicate);
  }

  private Node sort(Node left) {
    List<Node> terms = new ArrayList<>();
    expect("(", false);
    while (true) {
      if (token.is("<") || token.is(">")) {
        expect(token.text(), false);
      }
      terms.add(expression(LOWEST));
      if (!token.is(",")) {
        break;
      }
      expect(",", false);
    }
    expect(")", true);
    return new Node.Sort(left, terms);
  }

  private Node condition(Node left) {
    List<Node> results = new ArrayList<>();
    results.add(expression(LOWEST));
    if (token.is(":")) {
      expect(":", false);
      results.add(expression(LOWEST));
    }
    return new Node.Condition(left, results);
  }

  private String focus(Token operator) {
    int start = token.start();
    if (expression(80) instanceof Node.Variable variable) {
      return variable.name();
    }
    throw new SyntaxProblem(
        "The right side of " + operator.quoted() + " must be a variable name (start with $)",
        start);
  }

  private Node bind(Token operator, Node left) {
    if (left instanceof Node.Variable variable) {
      return new Node.Bind(variable.name(), expression(9));
    }
    throw new SyntaxProblem(
        "The left side of := must be a variable name (start with $)", operator.start());
  }

  private Node call(Node procedure) {
    List<Node> arguments = new ArrayList<>();
    int start = token.start();
    if (!token.is(")")) {
      while (true) {
        if (token.is("?")) {
          advance(true);
        } else {
          arguments.add(expression(LOWEST));
        }
        if (!token.is(",")) {
          break;
        }
        expect(",", false);
      }
    }
    expect(")", true);
    boolean isLambda =
        procedure instanceof Node.Name name
            && (name.name().equals("function") || name.name().equals("\u03bb"));
    return isLambda ? lambda(arguments, start) : new Node.Call(procedure, arguments);
  }

  private Node lambda(List<Node> arguments, int start) {
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (!(arguments.get(i) instanceof Node.Variable variable)) {
        throw new SyntaxProblem(
            "Parameter "
                + (i + 1)
                + " of function definition must be a variable name (start with $)",
            start);
      }
      parameters.add(variable.name());
    }
    if (token.is("<")) {
      skipSignature();
    }
    expect("{", false);
    Node body = expression(LOWEST);
    expect("}", false);
    return new Node.Lambda(parameters, body);
  }

  private void skipSignature() {
    int depth = 1;
    while (depth > 0) {
      advance(false);
      if (token.kind() == Kind.END || token.is("{")) {
        break;
      }
      depth += token.is("<") ? 1 : token.is(">") ? -1 : 0;
    }
    expect(">", false);
  }
}
