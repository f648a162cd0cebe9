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

  private final Tokens tokens;
  private int nesting;

  private Parser(String text) {
    tokens = new Tokens(text);
  }

  /**
   * Reads an expression.
   *
   * @throws SyntaxProblem if the text is no expression
   */
  public static Node parse(String text) {
    Parser parser = new Parser(text);
    Node node = parser.expression();
    parser.tokens.expectEnd();
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

  private Node expression() {
    return expression(LOWEST);
  }

  /**
   * @param power what stands behind the expression and binds no more strongly is not part of it
   */
  private Node expression(int power) {
    if (++nesting > MAX_NESTING) {
      throw tooDeep(tokens.next().start());
    }
    Node left = operand(tokens.take(true));
    while (power < tokens.next().power()) {
      left = operation(tokens.take(false), left);
    }
    nesting--;
    return left;
  }

  private Node operand(Token first) {
    return switch (first.kind()) {
      case NAME -> new Node.Name(Values.memberName(first.text()), first.start());
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
      case "[" -> new Node.Items(tokens.list("]", this::item), at);
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

  private Node block(int at) {
    List<Node> expressions = new ArrayList<>();
    while (!tokens.is(")")) {
      expressions.add(expression());
      if (!tokens.is(";")) {
        break;
      }
      tokens.expect(";", false);
    }
    tokens.expect(")", true);
    return new Node.Block(expressions, at);
  }

  private Node item() {
    Node item = expression();
    if (!tokens.is("..")) {
      return item;
    }
    int at = tokens.take(false).start();
    return new Node.Binary("..", item, expression(), at);
  }

  private List<Node.Pair> pairs() {
    return tokens.list("}", this::pair);
  }

  private Node.Pair pair() {
    Node key = expression();
    tokens.expect(":", false);
    return new Node.Pair(key, expression());
  }

  private Node transform(int at) {
    Node pattern = expression();
    tokens.expect("|", false);
    Node update = expression();
    Node delete = null;
    if (tokens.is(",")) {
      tokens.expect(",", false);
      delete = expression();
    }
    tokens.expect("|", false);
    return new Node.Transform(pattern, update, delete, at);
  }

  private Node filter(Node left, int at) {
    if (tokens.is("]")) {
      tokens.expect("]", false);
      return new Node.Filter(left, null, at);
    }
    Node predicate = expression();
    tokens.expect("]", true);
    return new Node.Filter(left, predicate, at);
  }

  private Node sort(Node left, int at) {
    tokens.expect("(", false);
    List<Node.Term> terms = tokens.separated(this::term);
    tokens.expect(")", false);
    return new Node.Sort(left, terms, at);
  }

  private Node.Term term() {
    boolean descending = tokens.is(">");
    if (descending || tokens.is("<")) {
      tokens.take(false);
    }
    return new Node.Term(expression(), descending);
  }

  private Node condition(Node left, int at) {
    Node result = expression();
    Node other = null;
    if (tokens.is(":")) {
      tokens.expect(":", false);
      other = expression();
    }
    return new Node.Condition(left, result, other, at);
  }

  private String focus(Token operator) {
    int start = tokens.next().start();
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
    int start = tokens.next().start();
    List<Node> arguments = tokens.list(")", this::argument);
    boolean isLambda =
        procedure instanceof Node.Name name
            && (name.name().equals("function") || name.name().equals("\u03bb"));
    return isLambda ? lambda(arguments, start) : new Node.Call(procedure, arguments, at);
  }

  private Node argument() {
    return tokens.is("?") ? new Node.Placeholder(tokens.take(true).start()) : expression();
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
    Signature signature = tokens.is("<") ? signature() : null;
    tokens.expect("{", false);
    Node body = expression();
    tokens.expect("}", false);
    return new Node.Lambda(parameters, signature, body, start);
  }

  private Signature signature() {
    int start = tokens.next().start();
    StringBuilder text = new StringBuilder("<");
    int depth = 1;
    while (depth > 0) {
      tokens.take(false);
      Token token = tokens.next();
      if (token.kind() == Kind.END || token.is("{")) {
        break;
      }
      text.append(token.text());
      depth += token.is("<") ? 1 : token.is(">") ? -1 : 0;
    }
    tokens.expect(">", false);
    try {
      return Signature.of(text.toString());
    } catch (SignatureProblem e) {
      throw new SyntaxProblem(e.text(), start + e.offset());
    }
  }
}
