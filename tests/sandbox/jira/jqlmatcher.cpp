// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/jqlmatcher.h"

#include "tests/sandbox/jira/jqldate.h"
#include "tests/sandbox/jira/jqlfields.h"

#include <QRegularExpression>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

using Kind = JqlField::Kind;

bool isTextOperator(JqlOperator op)
{
    return op == JqlOperator::Contains || op == JqlOperator::NotContains;
}

bool isOrderOperator(JqlOperator op)
{
    return op == JqlOperator::Less || op == JqlOperator::LessOrEqual || op == JqlOperator::Greater
        || op == JqlOperator::GreaterOrEqual;
}

QString operatorText(JqlOperator op)
{
    static const QStringList texts{u"="_s,
                                   u"!="_s,
                                   u"<"_s,
                                   u"<="_s,
                                   u">"_s,
                                   u">="_s,
                                   u"~"_s,
                                   u"!~"_s,
                                   u"in"_s,
                                   u"not in"_s,
                                   u"is"_s,
                                   u"is not"_s};
    return texts.value(int(op));
}

bool suits(JqlOperator op, Kind kind)
{
    const bool isEmptiness = op == JqlOperator::Is || op == JqlOperator::IsNot;
    if (kind == Kind::Text)
        return isTextOperator(op) || isEmptiness;
    if (isTextOperator(op))
        return false;
    return !isOrderOperator(op) || kind == Kind::Date || kind == Kind::Number
        || kind == Kind::Issue;
}

/** "crashes" and "crash" are one word for Jira; a rough cut does for a double. */
QString stem(const QString &word)
{
    for (const QLatin1StringView ending : {"ing"_L1, "es"_L1, "ed"_L1, "s"_L1}) {
        if (word.endsWith(ending) && word.size() > ending.size() + 2)
            return word.chopped(ending.size());
    }
    return word;
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression separator(u"[^\\w*]+"_s,
                                              QRegularExpression::UseUnicodePropertiesOption);
    return text.toLower().split(separator, Qt::SkipEmptyParts);
}

bool containsText(const QString &text, const QString &wanted)
{
    if (wanted.size() > 1 && wanted.startsWith(u'"') && wanted.endsWith(u'"'))
        return text.contains(wanted.mid(1).chopped(1), Qt::CaseInsensitive);
    const QStringList words = wordsOf(text);
    const QStringList parts = wordsOf(wanted);
    return std::all_of(parts.begin(), parts.end(), [&words](const QString &part) {
        return std::any_of(words.begin(), words.end(), [&part](const QString &word) {
            return part.endsWith(u'*') ? word.startsWith(part.chopped(1))
                                       : stem(word) == stem(part);
        });
    });
}

} // namespace

JqlMatcher::JqlMatcher(const Site &site, const JiraUser *caller)
    : m_site(site)
    , m_caller(caller)
{}

Result<> JqlMatcher::check(const JqlQuery &query) const
{
    if (query.where) {
        if (const Result<> checked = checkNode(*query.where); !checked)
            return checked;
    }
    for (const JqlOrder &order : query.orderBy) {
        const std::optional<JqlField> field = jqlField(order.field);
        if (!field)
            return failure(ErrorCode::InvalidInput,
                           u"Field '%1' does not exist or you do not have permission to view "
                           "it."_s.arg(order.field));
        if (!field->isOrdered)
            return failure(ErrorCode::InvalidInput,
                           u"Field '%1' cannot be used to sort the results."_s.arg(order.field));
    }
    return {};
}

Result<> JqlMatcher::checkNode(const JqlNode &node) const
{
    if (node.kind == JqlNode::Kind::Clause)
        return checkClause(node.clause);
    for (const JqlNode &child : node.children) {
        if (const Result<> checked = checkNode(child); !checked)
            return checked;
    }
    return {};
}

Result<> JqlMatcher::checkClause(const JqlClause &clause) const
{
    const std::optional<JqlField> field = jqlField(clause.field);
    if (!field)
        return failure(ErrorCode::InvalidInput,
                       u"Field '%1' does not exist or you do not have permission to view it."_s.arg(
                           clause.field));
    if (!suits(clause.op, field->kind))
        return failure(ErrorCode::InvalidInput,
                       u"The operator '%1' is not supported by the '%2' field."_s.arg(
                           operatorText(clause.op), clause.field));
    for (const JqlValue &value : clause.values) {
        if (const Result<> checked = checkValue(clause, value); !checked)
            return checked;
    }
    return {};
}

Result<> JqlMatcher::checkValue(const JqlClause &clause, const JqlValue &value) const
{
    const JqlField field = *jqlField(clause.field);
    const bool isEmptiness = clause.op == JqlOperator::Is || clause.op == JqlOperator::IsNot;
    if (value.kind == JqlValue::Kind::Empty)
        return {};
    if (isEmptiness)
        return failure(ErrorCode::InvalidInput,
                       u"The operator '%1' can only be used with EMPTY or NULL."_s.arg(
                           operatorText(clause.op)));
    if (field.kind == Kind::Date) {
        if (jqlDate(value, m_site.now()).isValid())
            return {};
        return failure(ErrorCode::InvalidInput,
                       u"Date value '%1' for field '%2' is invalid. Valid formats include: "
                       "'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a "
                       "period format e.g. '-5d', '4w 2d'."_s.arg(value.text, clause.field));
    }
    if (value.kind == JqlValue::Kind::Function) {
        if (field.kind == Kind::Person && value.text.toLower() == "currentuser"_L1)
            return {};
        return failure(
            ErrorCode::InvalidInput,
            u"Unable to find JQL function '%1(%2)'."_s.arg(value.text, value.arguments.join(u',')));
    }
    if (jqlValueExists(field, value.text, m_site, m_caller))
        return {};
    if (field.kind == Kind::Issue)
        return failure(ErrorCode::InvalidInput,
                       u"An issue with key '%1' does not exist for field '%2'."_s.arg(
                           value.text, clause.field));
    return failure(
        ErrorCode::InvalidInput,
        u"The value '%1' does not exist for the field '%2'."_s.arg(value.text, clause.field));
}

bool JqlMatcher::matches(const JqlNode &node, const JiraIssue &issue) const
{
    const auto matchesIssue = [this, &issue](const JqlNode &child) {
        return matches(child, issue);
    };
    switch (node.kind) {
    case JqlNode::Kind::And:
        return std::all_of(node.children.begin(), node.children.end(), matchesIssue);
    case JqlNode::Kind::Or:
        return std::any_of(node.children.begin(), node.children.end(), matchesIssue);
    case JqlNode::Kind::Not:
        return !matches(node.children.front(), issue);
    case JqlNode::Kind::Clause:
        return matchesClause(node.clause, issue);
    }
    return false;
}

bool JqlMatcher::matchesClause(const JqlClause &clause, const JiraIssue &issue) const
{
    const JqlField field = *jqlField(clause.field);
    if (isTextOperator(clause.op)) {
        const bool found = containsText(jqlTextOf(field, issue), clause.values.constFirst().text);
        return found == (clause.op == JqlOperator::Contains);
    }
    if (isOrderOperator(clause.op))
        return comparesWith(clause, issue);
    const bool isNegative = clause.op == JqlOperator::NotEquals || clause.op == JqlOperator::NotIn
        || clause.op == JqlOperator::IsNot;
    if (!isNegative)
        return equalsAny(clause, issue);
    // As in Jira, "!=" and NOT IN leave out issues whose field is empty.
    const bool isEmpty = field.kind == Kind::Text ? jqlTextOf(field, issue).trimmed().isEmpty()
        : field.kind == Kind::Date || field.kind == Kind::Number
        ? !jqlNumberOf(field, issue)
        : jqlValuesOf(field, issue, m_site).isEmpty();
    return !isEmpty && !equalsAny(clause, issue);
}

bool JqlMatcher::equalsAny(const JqlClause &clause, const JiraIssue &issue) const
{
    const JqlField field = *jqlField(clause.field);
    const bool isNumeric = field.kind == Kind::Date || field.kind == Kind::Number;
    const std::optional<double> number = isNumeric ? jqlNumberOf(field, issue) : std::nullopt;
    const QStringList present = isNumeric ? QStringList() : jqlValuesOf(field, issue, m_site);
    return std::any_of(clause.values.begin(), clause.values.end(), [&](const JqlValue &value) {
        if (value.kind == JqlValue::Kind::Empty)
            return field.kind == Kind::Text ? jqlTextOf(field, issue).trimmed().isEmpty()
                : isNumeric                 ? !number
                                            : present.isEmpty();
        if (field.kind == Kind::Date)
            return number == double(jqlDate(value, m_site.now()).toMSecsSinceEpoch());
        if (field.kind == Kind::Number)
            return number == value.text.toDouble();
        if (field.name == "resolution"_L1 && value.text.toLower() == "unresolved"_L1)
            return present.isEmpty();
        return present.contains(resolved(value));
    });
}

bool JqlMatcher::comparesWith(const JqlClause &clause, const JiraIssue &issue) const
{
    const JqlField field = *jqlField(clause.field);
    const JqlValue &value = clause.values.constFirst();
    std::optional<double> left = jqlNumberOf(field, issue);
    double right = value.text.toDouble();
    if (field.kind == Kind::Date) {
        right = double(jqlDate(value, m_site.now()).toMSecsSinceEpoch());
    } else if (field.kind == Kind::Issue) {
        const JiraIssue *other = m_site.issue(value.text);
        left = other && other->projectId == issue.projectId
            ? std::optional<double>(issue.key.section(u'-', 1).toDouble())
            : std::nullopt;
        right = value.text.section(u'-', 1).toDouble();
    }
    if (!left)
        return false;
    switch (clause.op) {
    case JqlOperator::Less:
        return *left < right;
    case JqlOperator::LessOrEqual:
        return *left <= right;
    case JqlOperator::Greater:
        return *left > right;
    default:
        return *left >= right;
    }
}

QString JqlMatcher::resolved(const JqlValue &value) const
{
    if (value.kind == JqlValue::Kind::Function)
        return m_caller ? m_caller->accountId.toLower() : u"(nobody)"_s;
    return value.text.toLower();
}

void JqlMatcher::sort(QList<const JiraIssue *> &issues, const QList<JqlOrder> &orders) const
{
    const auto isBefore = [&](const JiraIssue *left, const JiraIssue *right) {
        for (const JqlOrder &order : orders) {
            const JqlField field = *jqlField(order.field);
            const QString leftKey = jqlSortKey(field, *left, m_site);
            const QString rightKey = jqlSortKey(field, *right, m_site);
            if (leftKey != rightKey)
                return order.isDescending ? leftKey > rightKey : leftKey < rightKey;
        }
        return left->id.toInt() > right->id.toInt();
    };
    std::sort(issues.begin(), issues.end(), isBefore);
}

} // namespace fairlead::sandbox
