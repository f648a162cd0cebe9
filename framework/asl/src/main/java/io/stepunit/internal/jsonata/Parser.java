package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.stepunit.internal.jsonata.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses JSONata by operator precedence.
 *
 * <p>See "Operators" in the JSONata documentation, version 2.0.6.
 */
public final class Parser {
  private static final int MAX_NESTING = 500;
  private static final int LOWEST = OperatorTable.LOWEST;

  /** A whole number of fewer digits is an int. */
  private static final int DIGITS_OF_INT = 9;

  private final Lexer lexer;
  private Token token;
  private int nesting;

  private Parser(String text) {
    lexer = new Lexer(text);
    token = lexer.next(false);
  }

  /**
   * Reads an expression.
   *
   * @throws SyntaxProblem if the text is no expression
   */
  public static Node parse(String text) {
    Parser parser = new Parser(text);
    Node node = parser.expression(LOWEST);
    if (parser.token.kind() != Kind.END) {
      throw new SyntaxProblem("Syntax error: " + parser.token.quoted(), parser.token.start());
    }
    if (text.length() > MAX_NESTING) {
      refuseDeep(node);
    }
    return node;
  }

  /** What goes through a tree calls itself for each level of it: operators in a row are levels. */
  private static void refuseDeep(Node expression) {
    List<Node> level = List.of(expression);
    for (int depth = 0; !level.isEmpty(); depth++) {
      if (depth > MAX_NESTING) {
        throw tooDeep(level.get(0).position());
      }
      List<Node> next = new ArrayList<>();
      level.forEach(node -> next.addAll(node.children()));
      level = next;
    }
  }

  private static SyntaxProblem tooDeep(int position) {
    return new SyntaxProblem("The expression is nested too deeply", position);
  }

  private Node expression(int power) {
    if (++nesting > MAX_NESTING) {
      throw tooDeep(token.start());
    }
    Token first = token;
    advance(true);
    Node left = operand(first);
    while (power < token.power()) {
      Token operator = token;
      advance(false);
      left = operation(operator, left);
    }
    nesting--;
    return left;
  }

  private void advance(boolean afterOperand) {
    token = lexer.next(afterOperand);
    if (token.power() == OperatorTable.UNKNOWN) {
      throw new SyntaxProblem("Unknown operator: " + token.quoted(), token.start());
    }
  }

  private Node operand(Token first) {
    return switch (first.kind()) {
      case NAME -> new Node.Name(first.text(), first.start());
      case VARIABLE -> new Node.Variable(first.text(), first.start());
      case STRING -> new Node.Text(first.text(), first.start());
      case NUMBER -> new Node.Literal(number(first.text()), first.start());
      case WORD -> new Node.Literal(word(first.text()), first.start());
      case REGEX -> new Node.Regex(first.text(), first.start());
      case END -> throw new SyntaxProblem("Unexpected end of expression", first.start());
      case OPERATOR -> prefix(first);
    };
  }

  private static JsonNode number(String text) {
    if (text.length() > DIGITS_OF_INT) {
      return Values.number(Double.parseDouble(text));
    }
    int whole = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return Values.number(Double.parseDouble(text));
      }
      whole = whole * 10 + digit;
    }
    return IntNode.valueOf(whole);
  }

  private static JsonNode word(String word) {
    return word.equals("null") ? NullNode.getInstance() : Values.truth(word.equals("true"));
  }

  /** What an operator means where an operand is due. */
  private Node prefix(Token operator) {
    int at = operator.start();
    return switch (operator.text()) {
      case "and", "or", "in" -> new Node.Name(operator.text(), at);
      case "*", "**", "%" -> new Node.Wildcard(operator.text(), at);
      case "-" -> negation(at);
      case "(" -> block(at);
      case "[" -> new Node.Items(items(), at);
      case "{" -> new Node.Members(pairs(), at);
      case "|" -> transform(at);
      default ->
          throw new SyntaxProblem(
              "The symbol " + operator.quoted() + " cannot be used as a unary operator", at);
    };
  }

  private Node negation(int at) {
    Node operand = expression(70);
    if (operand instanceof Node.Literal literal && literal.value().isNumber()) {
      return new Node.Literal(Values.number(-literal.value().doubleValue()), at);
    }
    return new Node.Negation(operand, at);
  }

  private Node operation(Token operator, Node left) {
    int at = operator.start();
    return switch (operator.text()) {
      case "." -> new Node.Path(left, expression(75), at);
      case "(" -> call(left, at);
      case "[" -> filter(left, at);
      case "{" -> new Node.Group(left, pairs(), at);
      case "^" -> sort(left, at);
      case "?" -> condition(left, at);
      case "@", "#" -> new Node.Focus(left, operator.is("#"), focus(operator), at);
      case ":=" -> bind(operator, left);
      default -> new Node.Binary(operator.text(), left, expression(operator.power()), at);
    };
  }

  private void expect(String operator, boolean afterOperand) {
    if (!token.is(operator)) {
      String wanted = JsonText.quoted(operator);
      throw new SyntaxProblem(
          token.kind() == Kind.END
              ? "Expected " + wanted + " before end of expression"
              : "Expected " + wanted + ", got " + token.quoted(),
          token.start());
    }
    advance(afterOperand);
  }

  private Node block(int at) {
    List<Node> expressions = new ArrayList<>();
    while (!token.is(")")) {
      expressions.add(expression(LOWEST));
      if (!token.is(";")) {
        break;
      }
      expect(";", false);
    }
    expect(")", true);
    return new Node.Block(expressions, at);
  }

  private List<Node> items() {
    List<Node> items = new ArrayList<>();
    if (!token.is("]")) {
      while (true) {
        Node item = expression(LOWEST);
        if (token.is("..")) {
          int at = token.start();
          expect("..", false);
          item = new Node.Binary("..", item, expression(LOWEST), at);
        }
        items.add(item);
        if (!token.is(",")) {
          break;
        }
        expect(",", false);
      }
    }
    expect("]", true);
    return items;
  }

  private List<Node.Pair> pairs() {
    List<Node.Pair> pairs = new ArrayList<>();
    if (!token.is("}")) {
      while (true) {
        Node key = expression(LOWEST);
        expect(":", false);
        pairs.add(new Node.Pair(key, expression(LOWEST)));
        if (!token.is(",")) {
          break;
        }
        expect(",", false);
      }
    }
    expect("}", true);
    return pairs;
  }

  private Node transform(int at) {
    Node pattern = expression(LOWEST);
    expect("|", false);
    Node update = expression(LOWEST);
    Node delete = null;
    if (token.is(",")) {
      expect(",", false);
      delete = expression(LOWEST);
    }
    expect("|", false);
    return new Node.Transform(pattern, update, delete, at);
  }

  private Node filter(Node left, int at) {
    if (token.is("]")) {
      expect("]", false);
      return new Node.Filter(left, null, at);
    }
    Node predicate = expression(LOWEST);
    expect("]", true);
    return new Node.Filter(left, predicate, at);
  }

  private Node sort(Node left, int at) {
    List<Node.Term> terms = new ArrayList<>();
    expect("(", false);
    while (true) {
      boolean descending = token.is(">");
      if (descending || token.is("<")) {
        expect(token.text(), false);
      }
      terms.add(new Node.Term(expression(LOWEST), descending));
      if (!token.is(",")) {
        break;
      }
      expect(",", false);
    }
    expect(")", false);
    return new Node.Sort(left, terms, at);
  }

  private Node condition(Node left, int at) {
    Node result = expression(LOWEST);
    Node other = null;
    if (token.is(":")) {
      expect(":", false);
      other = expression(LOWEST);
    }
    return new Node.Condition(left, result, other, at);
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
      return new Node.Bind(variable.name(), expression(9), operator.start());
    }
    throw new SyntaxProblem(
        "The left side of := must be a variable name (start with $)", operator.start());
  }

  private Node call(Node procedure, int at) {
    List<Node> arguments = new ArrayList<>();
    int start = token.start();
    if (!token.is(")")) {
      while (true) {
        if (token.is("?")) {
          arguments.add(new Node.Placeholder(token.start()));
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
    return isLambda ? lambda(arguments, start) : new Node.Call(procedure, arguments, at);
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
    Signature signature = token.is("<") ? signature() : null;
    expect("{", false);
    Node body = expression(LOWEST);
    expect("}", false);
    return new Node.Lambda(parameters, signature, body, start);
  }

  private Signature signature() {
    int start = token.start();
    StringBuilder text = new StringBuilder("<");
    int depth = 1;
    while (depth > 0) {
      advance(false);
      if (token.kind() == Kind.END || token.is("{")) {
        break;
      }
      text.append(token.text());
      depth += token.is("<") ? 1 : token.is(">") ? -1 : 0;
    }
    expect(">", false);
    try {
      return Signature.of(text.toString());
    } catch (SignatureProblem e) {
      throw new SyntaxProblem(e.text(), start + e.offset());
    }
  }
}
