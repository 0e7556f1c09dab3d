// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/propertytext.h"

#include "server/base/text.h"
#include "server/providers/notion/notionid.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

constexpr qsizetype valueLimit = 2000;
constexpr int deepest = 4; // a rollup of formulas, and nothing deeper

QString valueText(const json::Element &value, std::string_view type, int depth);

QString joined(const json::Element &list, QString (*textOf)(const json::Element &))
{
    simdjson::dom::array array;
    if (list.get(array) != simdjson::SUCCESS)
        return {};
    QStringList texts;
    for (const auto element : array) {
        if (QString text = textOf(element); !text.isEmpty())
            texts.append(std::move(text));
    }
    return texts.join(u", "_s);
}

QString nameOf(const json::Element &element)
{
    return json::line(element, "name");
}

// A person whom the connection may not look up comes as an id alone.
QString personText(const json::Element &user)
{
    const QString name = nameOf(user);
    return name.isEmpty() ? bareId(canonicalId(json::line(user, "id"))) : name;
}

QString relationText(const json::Element &relation)
{
    return bareId(canonicalId(json::line(relation, "id")));
}

QString dateText(const json::Element &date)
{
    const QString start = shortTime(json::line(date, "start"));
    const QString end = shortTime(json::line(date, "end"));
    return end.isEmpty() ? start : u"%1 to %2"_s.arg(start, end);
}

QString numberText(const json::Element &value)
{
    int64_t whole = 0;
    if (value.get(whole) == simdjson::SUCCESS)
        return QString::number(whole);
    double number = 0;
    return value.get(number) == simdjson::SUCCESS ? QString::number(number, 'g', 15) : QString();
}

QString stringText(const json::Element &value)
{
    std::string_view text;
    return value.get(text) == simdjson::SUCCESS ? cleanedText(json::fromUtf8(text), valueLimit)
                                                : QString();
}

QString flagText(const json::Element &value)
{
    bool flag = false;
    return value.get(flag) != simdjson::SUCCESS ? QString() : flag ? u"yes"_s : u"no"_s;
}

// {"type": "number", "number": 3}: of formulas, rollups and their elements.
QString typedText(const json::Element &element, int depth)
{
    const QByteArray type = json::line(element, "type").toUtf8();
    const std::string_view name(type.constData(), static_cast<size_t>(type.size()));
    const auto value = json::member(element, name);
    return value && depth < deepest ? valueText(*value, name, depth + 1) : QString();
}

QString arrayText(const json::Element &value, int depth)
{
    simdjson::dom::array array;
    if (value.get(array) != simdjson::SUCCESS)
        return {};
    QStringList texts;
    for (const auto element : array) {
        if (QString text = typedText(element, depth); !text.isEmpty())
            texts.append(std::move(text));
    }
    return texts.join(u", "_s);
}

QString uniqueIdText(const json::Element &value)
{
    const auto number = json::member(value, "number");
    const QString prefix = json::line(value, "prefix");
    if (!number)
        return {};
    return prefix.isEmpty() ? numberText(*number) : u"%1-%2"_s.arg(prefix, numberText(*number));
}

struct Reader
{
    std::string_view type;
    QString (*read)(const json::Element &);
};

QString namesText(const json::Element &value)
{
    return joined(value, nameOf);
}

QString peopleText(const json::Element &value)
{
    return joined(value, personText);
}

QString relationsText(const json::Element &value)
{
    return joined(value, relationText);
}

QString timeText(const json::Element &value)
{
    return shortTime(stringText(value));
}

QString stateText(const json::Element &value)
{
    return json::line(value, "state");
}

constexpr std::array<Reader, 23> readers{{
    {"title", plainText},        {"rich_text", plainText},
    {"number", numberText},      {"select", nameOf},
    {"status", nameOf},          {"multi_select", namesText},
    {"date", dateText},          {"people", peopleText},
    {"files", namesText},        {"checkbox", flagText},
    {"boolean", flagText},       {"url", stringText},
    {"email", stringText},       {"phone_number", stringText},
    {"string", stringText},      {"relation", relationsText},
    {"created_time", timeText},  {"last_edited_time", timeText},
    {"created_by", personText},  {"last_edited_by", personText},
    {"unique_id", uniqueIdText}, {"verification", stateText},
    {"place", nameOf},
}};

QString valueText(const json::Element &value, std::string_view type, int depth)
{
    if (value.is_null())
        return {};
    if (type == "formula" || type == "rollup")
        return typedText(value, depth);
    if (type == "array")
        return arrayText(value, depth);
    for (const Reader &reader : readers) {
        if (reader.type == type)
            return reader.read(value);
    }
    return {};
}

} // namespace

QString plainText(const json::Element &richText)
{
    simdjson::dom::array array;
    if (richText.get(array) != simdjson::SUCCESS)
        return {};
    QString text;
    for (const auto part : array) {
        const auto plain = json::member(part, "plain_text");
        text += plain ? stringText(*plain) : QString();
    }
    return cleanedText(text, valueLimit);
}

QString propertyText(const json::Element &property)
{
    return cleanedText(typedText(property, 0), valueLimit);
}

QString shortTime(const QString &text)
{
    static const QRegularExpression grammar(
        u"\\A([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2})(?::[0-9.]+)?(?:Z|\\+00:00)\\z"_s);
    const QRegularExpressionMatch match = grammar.match(text);
    return match.hasMatch() ? u"%1 %2"_s.arg(match.captured(1), match.captured(2)) : text;
}

} // namespace fairlead::providers::notion
