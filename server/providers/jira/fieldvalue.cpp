// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/fieldvalue.h"

#include "server/base/text.h"
#include "server/providers/jira/adf/adfwriter.h"
#include "server/providers/jira/metaparser.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

constexpr qsizetype valuesListed = 30;

tl::unexpected<Error> refused(const CreateField &field,
                              const QString &given,
                              const QString &allowed)
{
    return failure(ErrorCode::InvalidInput,
                   u"Field \"%1\" is \"%2\", but must be %3."_s.arg(
                       field.name, cleanedLine(given, 100), allowed));
}

bool isSame(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

/** The member by which Jira takes a value of that type when it is given by name. */
QString memberFor(const QString &type)
{
    struct Row
    {
        QLatin1StringView type;
        QLatin1StringView member;
    };
    constexpr std::array<Row, 13> rows{{{"option"_L1, "value"_L1},
                                        {"option-with-child"_L1, "value"_L1},
                                        {"priority"_L1, "name"_L1},
                                        {"version"_L1, "name"_L1},
                                        {"component"_L1, "name"_L1},
                                        {"resolution"_L1, "name"_L1},
                                        {"securitylevel"_L1, "name"_L1},
                                        {"issuetype"_L1, "name"_L1},
                                        {"group"_L1, "name"_L1},
                                        {"timetracking"_L1, "originalEstimate"_L1},
                                        {"user"_L1, "accountId"_L1},
                                        {"project"_L1, "key"_L1},
                                        {"issuelink"_L1, "key"_L1}}};
    for (const Row &row : rows) {
        if (type == row.type)
            return row.member;
    }
    return {};
}

QJsonObject object(const QString &name, const QJsonValue &value)
{
    QJsonObject result;
    result.insert(name, value);
    return result;
}

/** The value as Jira spells it: by name, or by the id of one of the allowed. */
Result<QString> allowedName(const CreateField &field, const QString &given)
{
    if (field.allowedNames.isEmpty() || field.allowedNames.size() >= parser::allowedValueLimit)
        return given;
    for (const QString &name : field.allowedNames) {
        if (isSame(name, given))
            return name;
    }
    if (const qsizetype at = field.allowedIds.indexOf(given); at >= 0 && !given.isEmpty())
        return field.allowedNames[at];
    return refused(field, given, u"one of: "_s + listedNames(field.allowedNames));
}

/** "Europe / Sweden" where the second depends on the first. */
Result<QJsonValue> cascadingValue(const CreateField &field, const QString &given)
{
    const QString parent = given.section(u'/', 0, 0).trimmed();
    const QString child = given.section(u'/', 1).trimmed();
    const auto name = allowedName(field, child.isEmpty() ? given : parent);
    if (!name)
        return failure(name.error());
    QJsonObject value = object(u"value"_s, *name);
    if (!child.isEmpty())
        value.insert("child"_L1, object(u"value"_s, child));
    return QJsonValue(value);
}

Result<QJsonValue> numberValue(const CreateField &field, const QString &given)
{
    bool isNumber = false;
    const double number = given.toDouble(&isNumber);
    if (!isNumber)
        return refused(field, given, u"a number"_s);
    return QJsonValue(number);
}

Result<QJsonValue> dateValue(const CreateField &field, const QString &given)
{
    const QDate date = QDate::fromString(
        given.trimmed().first(std::min<qsizetype>(given.trimmed().size(), 10)), Qt::ISODate);
    if (!date.isValid())
        return refused(field, given, u"a date such as 2026-11-20"_s);
    return QJsonValue(date.toString(Qt::ISODate));
}

Result<QJsonValue> timeValue(const CreateField &field, const QString &given)
{
    QDateTime time = QDateTime::fromString(given.trimmed().replace(u' ', u'T'), Qt::ISODate);
    if (!time.isValid())
        return refused(field, given, u"a time such as 2026-11-20T10:00:00Z"_s);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC); // a model's plain time must not depend on this computer's zone
    return QJsonValue(time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz+0000"_s));
}

Result<QJsonValue> singleValue(const CreateField &field,
                               const QString &type,
                               const QJsonValue &given)
{
    if (!given.isString())
        return given; // the caller knows Jira's own form
    const QString text = given.toString();
    if (type == "number"_L1 || field.custom.endsWith(":gh-sprint"_L1))
        return numberValue(field, text);
    if (type == "date"_L1)
        return dateValue(field, text);
    if (type == "datetime"_L1)
        return timeValue(field, text);
    if (isDocument(field))
        return QJsonValue(adfFromMarkdown(text));
    if (type == "option-with-child"_L1)
        return cascadingValue(field, text);
    const auto name = allowedName(field, text);
    if (!name)
        return failure(name.error());
    const QString member = memberFor(type);
    return member.isEmpty() ? QJsonValue(*name) : QJsonValue(object(member, *name));
}

} // namespace

const CreateField *fieldNamed(const QList<CreateField> &known, const QString &wanted)
{
    for (const CreateField &field : known) {
        if (isSame(field.id, wanted))
            return &field;
    }
    for (const CreateField &field : known) {
        if (isSame(field.name, wanted))
            return &field;
    }
    return nullptr;
}

Result<QJsonValue> fieldValue(const CreateField &field, const QJsonValue &given)
{
    // Jira describes a sprint as a list and takes its number.
    if (field.type != "array"_L1 || field.custom.endsWith(":gh-sprint"_L1) || given.isNull())
        return singleValue(field, field.type, given);
    const QJsonArray elements = given.isArray() ? given.toArray() : QJsonArray{given};
    QJsonArray values;
    for (const auto &element : elements) {
        const auto value = singleValue(field, field.items, element);
        if (!value)
            return value;
        values.append(*value);
    }
    return QJsonValue(values);
}

bool isDocument(const CreateField &field)
{
    return field.id == "description"_L1 || field.id == "environment"_L1
        || field.custom.endsWith(":textarea"_L1);
}

bool isPerson(const CreateField &field)
{
    return field.type == "user"_L1 || (field.type == "array"_L1 && field.items == "user"_L1);
}

QString listedNames(const QStringList &names)
{
    const QString text = names.first(std::min(names.size(), valuesListed)).join(u", "_s);
    const qsizetype more = names.size() - valuesListed;
    return more > 0 ? text + u" and %1 more"_s.arg(more) : text;
}

QString listedFields(const QList<CreateField> &fields)
{
    QStringList names;
    for (const CreateField &field : fields)
        names.append(field.name);
    return listedNames(names);
}

QString allowedSentence(const CreateField &field)
{
    return field.allowedNames.isEmpty() ? QString()
                                        : u" Allowed: %1."_s.arg(listedNames(field.allowedNames));
}

QString exampleValue(const CreateField &field)
{
    const bool isList = field.type == "array"_L1;
    if (!field.allowedNames.isEmpty())
        return (isList ? u"[\"%1\"]"_s : u"\"%1\""_s).arg(field.allowedNames.first());
    if (field.type == "number"_L1)
        return u"3"_s;
    if (field.type == "date"_L1)
        return u"\"2026-11-20\""_s;
    if (field.type == "datetime"_L1)
        return u"\"2026-11-20T10:00:00Z\""_s;
    if (isPerson(field))
        return isList ? u"[\"mia@example.com\"]"_s : u"\"mia@example.com\""_s;
    return isList ? u"[\"text\"]"_s : u"\"text\""_s;
}

} // namespace fairlead::providers::jira
