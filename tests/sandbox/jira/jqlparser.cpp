// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/jqlparser.h"

#include "tests/sandbox/jira/jqllexer.h"

#include <array>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumDepth = 60;
constexpr qsizetype maximumOrders = 7;

struct OperatorName
{
    QLatin1StringView symbol;
    JqlOperator op;
};

constexpr std::array operatorNames{
    OperatorName{"="_L1, JqlOperator::Equals},
    OperatorName{"!="_L1, JqlOperator::NotEquals},
    OperatorName{"<"_L1, JqlOperator::Less},
    OperatorName{"<="_L1, JqlOperator::LessOrEqual},
    OperatorName{">"_L1, JqlOperator::Greater},
    OperatorName{">="_L1, JqlOperator::GreaterOrEqual},
    OperatorName{"~"_L1, JqlOperator::Contains},
    OperatorName{"!~"_L1, JqlOperator::NotContains},
};

tl::unexpected<Error> syntaxError(const QString &what, const JqlToken &at)
{
    if (at.kind == JqlToken::Kind::End)
        return failure(
            ErrorCode::InvalidInput,
            u"Error in the JQL Query: Expecting %1 before the end of the query."_s.arg(what));
    return failure(
        ErrorCode::InvalidInput,
        u"Error in the JQL Query: Expecting %1 but got '%2'. %3"_s.arg(what, at.text, at.place()));
}

/** Recursive descent: or, and, not, clause. */
class Parser
{
public:
    explicit Parser(QList<JqlToken> tokens)
        : m_tokens(std::move(tokens))
    {}

    Result<JqlQuery> run();

private:
    [[nodiscard]] const JqlToken &peek() const { return m_tokens[m_at]; }
    const JqlToken &next() { return m_tokens[m_at < m_tokens.size() - 1 ? m_at++ : m_at]; }

    Result<JqlNode> parseOr(int depth);
    Result<JqlNode> parseAnd(int depth);
    Result<JqlNode> parseNot(int depth);
    Result<JqlNode> parseClause();
    Result<JqlOperator> parseOperator();
    Result<> parseList(JqlClause &clause);
    Result<JqlValue> parseValue();
    Result<> parseArguments(JqlValue &value);
    Result<> parseOrderBy(JqlQuery &query);

    QList<JqlToken> m_tokens;
    qsizetype m_at = 0;
};

Result<JqlQuery> Parser::run()
{
    JqlQuery query;
    if (peek().kind != JqlToken::Kind::End && !peek().isWord("order"_L1)) {
        Result<JqlNode> where = parseOr(0);
        if (!where)
            return tl::unexpected(where.error());
        query.where = std::move(*where);
    }
    if (peek().isWord("order"_L1)) {
        if (const Result<> order = parseOrderBy(query); !order)
            return tl::unexpected(order.error());
    }
    if (peek().kind != JqlToken::Kind::End)
        return syntaxError(u"either 'OR' or 'AND'"_s, peek());
    return query;
}

Result<JqlNode> Parser::parseOr(int depth)
{
    if (depth > maximumDepth)
        return failure(ErrorCode::InvalidInput,
                       u"Error in the JQL Query: The query is nested too deeply."_s);
    Result<JqlNode> first = parseAnd(depth);
    if (!first || !peek().isWord("or"_L1))
        return first;
    JqlNode node{.kind = JqlNode::Kind::Or, .children = {}, .clause = {}};
    node.children.push_back(std::move(*first));
    while (peek().isWord("or"_L1)) {
        next();
        Result<JqlNode> other = parseAnd(depth);
        if (!other)
            return other;
        node.children.push_back(std::move(*other));
    }
    return node;
}

Result<JqlNode> Parser::parseAnd(int depth)
{
    Result<JqlNode> first = parseNot(depth);
    if (!first || !peek().isWord("and"_L1))
        return first;
    JqlNode node{.kind = JqlNode::Kind::And, .children = {}, .clause = {}};
    node.children.push_back(std::move(*first));
    while (peek().isWord("and"_L1)) {
        next();
        Result<JqlNode> other = parseNot(depth);
        if (!other)
            return other;
        node.children.push_back(std::move(*other));
    }
    return node;
}

Result<JqlNode> Parser::parseNot(int depth)
{
    if (peek().isWord("not"_L1) || peek().isSymbol("!"_L1)) {
        next();
        if (depth > maximumDepth)
            return parseOr(depth + 1);
        Result<JqlNode> inner = parseNot(depth + 1);
        if (!inner)
            return inner;
        JqlNode node{.kind = JqlNode::Kind::Not, .children = {}, .clause = {}};
        node.children.push_back(std::move(*inner));
        return node;
    }
    if (!peek().isSymbol("("_L1))
        return parseClause();
    next();
    Result<JqlNode> inner = parseOr(depth + 1);
    if (inner && !peek().isSymbol(")"_L1))
        return syntaxError(u"')'"_s, peek());
    next();
    return inner;
}

Result<JqlNode> Parser::parseClause()
{
    const JqlToken field = peek();
    const bool isKeyword = field.isWord("and"_L1) || field.isWord("or"_L1);
    if ((field.kind != JqlToken::Kind::Word && field.kind != JqlToken::Kind::Quoted) || isKeyword)
        return syntaxError(u"a field name"_s, field);
    next();
    JqlNode node;
    node.clause.field = field.text;
    const Result<JqlOperator> op = parseOperator();
    if (!op)
        return tl::unexpected(op.error());
    node.clause.op = *op;
    if (*op == JqlOperator::In || *op == JqlOperator::NotIn) {
        if (const Result<> list = parseList(node.clause); !list)
            return tl::unexpected(list.error());
        return node;
    }
    const Result<JqlValue> value = parseValue();
    if (!value)
        return tl::unexpected(value.error());
    node.clause.values.append(*value);
    return node;
}

Result<JqlOperator> Parser::parseOperator()
{
    const JqlToken token = peek();
    if (token.isWord("in"_L1)) {
        next();
        return JqlOperator::In;
    }
    if (token.isWord("is"_L1)) {
        next();
        if (!peek().isWord("not"_L1))
            return JqlOperator::Is;
        next();
        return JqlOperator::IsNot;
    }
    if (token.isWord("not"_L1) && m_tokens[m_at + 1].isWord("in"_L1)) {
        next();
        next();
        return JqlOperator::NotIn;
    }
    for (const OperatorName &known : operatorNames) {
        if (token.isSymbol(known.symbol)) {
            next();
            return known.op;
        }
    }
    if (token.kind == JqlToken::Kind::End)
        return syntaxError(u"operator"_s, token);
    return failure(ErrorCode::InvalidInput,
                   u"Error in the JQL Query: Expecting operator but got '%1'. The valid operators "
                   "are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and "
                   "'IS NOT'. %2"_s.arg(token.text, token.place()));
}

Result<> Parser::parseList(JqlClause &clause)
{
    if (!peek().isSymbol("("_L1))
        return syntaxError(u"'('"_s, peek());
    do {
        next();
        const Result<JqlValue> value = parseValue();
        if (!value)
            return tl::unexpected(value.error());
        clause.values.append(*value);
    } while (peek().isSymbol(","_L1));
    if (!peek().isSymbol(")"_L1))
        return syntaxError(u"')'"_s, peek());
    next();
    return {};
}

Result<JqlValue> Parser::parseValue()
{
    const JqlToken token = peek();
    const bool isKeyword = token.isWord("and"_L1) || token.isWord("or"_L1)
        || token.isWord("order"_L1) || token.isWord("not"_L1);
    if (isKeyword || token.kind == JqlToken::Kind::Symbol || token.kind == JqlToken::Kind::End)
        return syntaxError(u"either a value, list or function"_s, token);
    next();
    JqlValue value{.kind = JqlValue::Kind::Text, .text = token.text, .arguments = {}};
    if (token.isWord("empty"_L1) || token.isWord("null"_L1)) {
        value.kind = JqlValue::Kind::Empty;
    } else if (token.kind == JqlToken::Kind::Word && peek().isSymbol("("_L1)) {
        value.kind = JqlValue::Kind::Function;
        if (const Result<> read = parseArguments(value); !read)
            return tl::unexpected(read.error());
    }
    return value;
}

Result<> Parser::parseArguments(JqlValue &value)
{
    next();
    while (!peek().isSymbol(")"_L1)) {
        const JqlToken argument = next();
        if (argument.kind != JqlToken::Kind::Word && argument.kind != JqlToken::Kind::Quoted)
            return syntaxError(u"')'"_s, argument);
        value.arguments.append(argument.text);
        if (peek().isSymbol(","_L1))
            next();
    }
    next();
    return {};
}

Result<> Parser::parseOrderBy(JqlQuery &query)
{
    next();
    if (!peek().isWord("by"_L1))
        return syntaxError(u"'by'"_s, peek());
    do {
        next();
        const JqlToken field = peek();
        if (field.kind != JqlToken::Kind::Word && field.kind != JqlToken::Kind::Quoted)
            return syntaxError(u"a field name"_s, field);
        next();
        JqlOrder order{.field = field.text, .isDescending = peek().isWord("desc"_L1)};
        if (peek().isWord("desc"_L1) || peek().isWord("asc"_L1))
            next();
        query.orderBy.append(order);
    } while (peek().isSymbol(","_L1));
    if (query.orderBy.size() > maximumOrders)
        return failure(
            ErrorCode::InvalidInput,
            u"The maximum number of fields in the ORDER BY clause is %1."_s.arg(maximumOrders));
    if (peek().kind != JqlToken::Kind::End)
        return syntaxError(u"',', 'ASC' or 'DESC'"_s, peek());
    return {};
}

} // namespace

Result<JqlQuery> parseJql(const QString &text)
{
    Result<QList<JqlToken>> tokens = jqlTokens(text);
    if (!tokens)
        return tl::unexpected(tokens.error());
    return Parser(std::move(*tokens)).run();
}

} // namespace fairlead::sandbox
