// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/argumentcheck.h"

#include "server/base/text.h"
#include "server/tools/coercion.h"
#include "server/tools/nearestname.h"
#include "server/tools/schemasubset.h"
#include "server/tools/schemawords.h"
#include "server/tools/stringformat.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

constexpr qsizetype mostProblems = 10;
constexpr qsizetype longestName = 100;

/** Whether slips are put right, or a value must be exactly of its type. */
enum class Mode { Exact, Forgiving };

QString quoted(const QString &name)
{
    return u'"' + cleanedLine(name, longestName) + u'"';
}

QString listed(const QStringList &names)
{
    QStringList parts;
    for (const QString &name : names)
        parts.append(quoted(name));
    return parts.join(u", "_s);
}

qsizetype characterCount(const QString &text)
{
    return std::ranges::count_if(text, [](QChar c) { return !c.isLowSurrogate(); });
}

bool isWithin(double value,
              const QJsonObject &schema,
              QLatin1StringView low,
              QLatin1StringView high)
{
    return !(value < schema[low].toDouble(value)) && !(value > schema[high].toDouble(value));
}

using Patterns = QHash<QString, QRegularExpression>;

void collectPatterns(const QJsonValue &schema, Patterns &patterns)
{
    const QJsonArray list = schema.toArray();
    for (const auto &part : list)
        collectPatterns(part, patterns);
    const QJsonObject object = schema.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == "pattern"_L1 && it->isString())
            patterns.insert(it->toString(), compiledPattern(it->toString()));
        else
            collectPatterns(*it, patterns);
    }
}

bool isTextAllowed(const QString &text, const QJsonObject &schema, const Patterns &patterns)
{
    if (!isWithin(
            static_cast<double>(characterCount(text)), schema, "minLength"_L1, "maxLength"_L1))
        return false;
    if (schema.contains("pattern"_L1)
        && !patterns.value(schema["pattern"_L1].toString()).match(text).hasMatch())
        return false;
    const auto format = stringFormat(schema["format"_L1].toString());
    return !format || matchesFormat(*format, text);
}

/** Everything but the parts of lists and objects. */
bool isValueAllowed(const QJsonValue &value, const QJsonObject &schema, const Patterns &patterns)
{
    if (schema.contains("const"_L1) && schema["const"_L1] != value)
        return false;
    if (schema.contains("enum"_L1) && !schema["enum"_L1].toArray().contains(value))
        return false;
    if (value.isString())
        return isTextAllowed(value.toString(), schema, patterns);
    if (value.isDouble())
        return isWithin(value.toDouble(), schema, "minimum"_L1, "maximum"_L1);
    if (value.isArray())
        return isWithin(
            static_cast<double>(value.toArray().size()), schema, "minItems"_L1, "maxItems"_L1);
    return true;
}

/** One walk over arguments and schema, collecting sentences. */
class Walk
{
public:
    Walk(Mode mode, const Patterns &patterns)
        : m_mode(mode)
        , m_patterns(patterns)
    {}

    [[nodiscard]] QJsonValue check(const QJsonValue &value,
                                   const QJsonObject &schema,
                                   const QString &place);
    [[nodiscard]] bool isClean() const { return m_problems.isEmpty(); }
    [[nodiscard]] QString problems() const;

private:
    [[nodiscard]] QJsonValue typed(const QJsonValue &value, const QJsonObject &schema) const;
    [[nodiscard]] QJsonValue checkObject(const QJsonObject &object,
                                         const QJsonObject &schema,
                                         const QString &place);
    void checkRequired(const QJsonObject &object, const QJsonObject &schema, const QString &place);
    [[nodiscard]] QJsonValue checkUnknown(const QString &name,
                                          const QJsonValue &value,
                                          const QJsonObject &schema,
                                          const QString &place);
    [[nodiscard]] QJsonValue checkList(const QJsonArray &list,
                                       const QJsonObject &items,
                                       const QString &place);
    [[nodiscard]] QJsonValue checkBranches(const QJsonValue &value,
                                           const QJsonObject &schema,
                                           const QString &place);
    void refuse(const QJsonValue &value, const QJsonObject &schema, const QString &place);

    Mode m_mode;
    const Patterns &m_patterns;
    QStringList m_problems;
};

QString inside(const QString &place, const QString &name)
{
    return place.isEmpty() ? name : place + u'.' + name;
}

QString Walk::problems() const
{
    if (m_problems.size() <= mostProblems)
        return m_problems.join(u'\n');
    return m_problems.first(mostProblems).join(u'\n')
        + u"\nAnd %1 more problems of this kind."_s.arg(m_problems.size() - mostProblems);
}

void Walk::refuse(const QJsonValue &value, const QJsonObject &schema, const QString &place)
{
    QString given = describeValue(value);
    if (value.isString()
        && static_cast<double>(characterCount(value.toString()))
            > schema["maxLength"_L1].toDouble(1e9))
        given += u" (%1 characters)"_s.arg(characterCount(value.toString()));
    const QString subject =
        place.isEmpty() ? u"The arguments are"_s : u"Argument %1 is"_s.arg(quoted(place));
    m_problems.append(subject + u' ' + given + u", but must be "_s + describeSchema(schema) + u'.');
}

QJsonValue Walk::typed(const QJsonValue &value, const QJsonObject &schema) const
{
    const QStringList types = allowedTypes(schema);
    const bool fits = std::ranges::any_of(types, [&](const auto &t) { return isOfType(value, t); });
    if (types.isEmpty() || fits)
        return value;
    if (m_mode == Mode::Exact)
        return QJsonValue::Undefined;
    for (const QString &type : types) {
        if (const auto meant = coerced(value, type, schema["items"_L1].toObject()))
            return *meant;
    }
    return QJsonValue::Undefined;
}

QJsonValue Walk::check(const QJsonValue &value, const QJsonObject &schema, const QString &place)
{
    QJsonValue result = typed(value, schema);
    if (result.isUndefined() || !isValueAllowed(result, schema, m_patterns)) {
        refuse(value, schema, place);
        return value;
    }
    if (schema.contains("anyOf"_L1) || schema.contains("oneOf"_L1))
        result = checkBranches(result, schema, place);
    if (result.isObject())
        return checkObject(result.toObject(), schema, place);
    if (result.isArray())
        return checkList(result.toArray(), schema["items"_L1].toObject(), place);
    return result;
}

QJsonValue Walk::checkBranches(const QJsonValue &value,
                               const QJsonObject &schema,
                               const QString &place)
{
    const bool onlyOne = schema.contains("oneOf"_L1);
    const QJsonArray branches = schema[onlyOne ? "oneOf"_L1 : "anyOf"_L1].toArray();
    for (const Mode mode : {Mode::Exact, m_mode}) {
        QList<QJsonValue> matches;
        for (const QJsonValue branch : branches) {
            Walk walk(mode, m_patterns);
            const QJsonValue match = walk.check(value, branch.toObject(), place);
            if (walk.isClean())
                matches.append(match);
        }
        if (matches.size() == 1 || (!matches.isEmpty() && (!onlyOne || mode == Mode::Forgiving)))
            return matches.first();
        if (!matches.isEmpty())
            break;
    }
    refuse(value, schema, place);
    return value;
}

QJsonValue Walk::checkList(const QJsonArray &list, const QJsonObject &items, const QString &place)
{
    QJsonArray result;
    for (qsizetype i = 0; i < list.size(); ++i)
        result.append(check(list.at(i), items, u"%1[%2]"_s.arg(place).arg(i)));
    return result;
}

QJsonValue Walk::checkObject(const QJsonObject &object,
                             const QJsonObject &schema,
                             const QString &place)
{
    const QJsonObject properties = schema["properties"_L1].toObject();
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto property = properties.find(it.key());
        if (property == properties.end()) {
            result[it.key()] = checkUnknown(it.key(), it.value(), schema, place);
            continue;
        }
        const QJsonObject propertySchema = property->toObject();
        const QStringList types = allowedTypes(propertySchema);
        const bool meansAbsent = m_mode == Mode::Forgiving && it->isNull() && !types.isEmpty()
            && !types.contains(u"null"_s);
        if (!meansAbsent)
            result[it.key()] = check(it.value(), propertySchema, inside(place, it.key()));
    }
    checkRequired(result, schema, place);
    return result;
}

void Walk::checkRequired(const QJsonObject &object, const QJsonObject &schema, const QString &place)
{
    const QJsonObject properties = schema["properties"_L1].toObject();
    const QJsonArray required = schema["required"_L1].toArray();
    for (const QJsonValue name : required) {
        if (object.contains(name.toString()))
            continue;
        const QJsonObject missing = properties[name.toString()].toObject();
        const QString purpose = cleanedLine(missing["description"_L1].toString(), 200);
        m_problems.append(u"Argument %1 is missing; it must be %2%3."_s.arg(
            quoted(inside(place, name.toString())),
            describeSchema(missing),
            purpose.isEmpty() ? QString() : u" ("_s + purpose + u')'));
    }
}

QJsonValue Walk::checkUnknown(const QString &name,
                              const QJsonValue &value,
                              const QJsonObject &schema,
                              const QString &place)
{
    const QJsonValue additional = schema["additionalProperties"_L1];
    if (additional.isObject())
        return check(value, additional.toObject(), inside(place, name));
    if (additional.toBool(true))
        return value;
    const QStringList known = schema["properties"_L1].toObject().keys();
    QString problem = u"There is no argument %1"_s.arg(quoted(inside(place, name)));
    if (const auto nearest = nearestName(name, known))
        problem += u"; did you mean %1?"_s.arg(quoted(inside(place, *nearest)));
    else if (known.isEmpty())
        problem += u"; none is taken."_s;
    else
        problem += u"; known are %1."_s.arg(listed(known));
    m_problems.append(problem);
    return value;
}

} // namespace

Result<ArgumentCheck> ArgumentCheck::create(QJsonObject inputSchema)
{
    if (auto accepted = acceptSchema(inputSchema); !accepted)
        return failure(accepted.error());
    if (!inputSchema.contains("additionalProperties"_L1))
        inputSchema["additionalProperties"_L1] = false;
    ArgumentCheck check;
    collectPatterns(inputSchema, check.m_patterns);
    check.m_schema = std::move(inputSchema);
    return check;
}

Result<QJsonObject> ArgumentCheck::check(const QJsonObject &arguments) const
{
    Walk walk(Mode::Forgiving, m_patterns);
    const QJsonValue checked = walk.check(arguments, m_schema, {});
    if (!walk.isClean())
        return failure(ErrorCode::InvalidInput, walk.problems());
    return checked.toObject();
}

} // namespace fairlead::tools
