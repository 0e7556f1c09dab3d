// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/resttext.h"

#include "server/base/text.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace fairlead::providers::rest {

Result<simdjson::dom::array> items(simdjson::dom::parser &parser, const QByteArray &body)
{
    simdjson::dom::element root;
    simdjson::dom::array list;
    if (parser.parse(body.constData(), static_cast<size_t>(body.size())).get(root)
            != simdjson::SUCCESS
        || root.get(list) != simdjson::SUCCESS) {
        return failure(ErrorCode::InvalidData, u"the answer is not a JSON list"_s);
    }
    return list;
}

QString text(const json::Element &element, std::string_view key)
{
    const auto value = json::member(element, key);
    std::string_view bytes;
    if (!value || value->get(bytes) != simdjson::SUCCESS)
        return {};
    return cleanedText(json::fromUtf8(bytes), json::textLimit);
}

QString id(const json::Element &element, std::string_view key)
{
    const auto value = json::member(element, key);
    int64_t number = 0;
    if (value && value->get(number) == simdjson::SUCCESS)
        return QString::number(number);
    return json::line(element, key);
}

QString dated(const QString &isoText)
{
    const QDateTime time = QDateTime::fromString(isoText, Qt::ISODateWithMs);
    if (!time.isValid() || !isoText.contains(u'T'))
        return isoText;
    return time.toString(u"yyyy-MM-dd HH:mm"_s);
}

QString shortened(const QString &text, qsizetype limit)
{
    if (text.size() <= limit)
        return text;
    return text.first(limit) + u"\n[Cut after %1 of %2 characters.]"_s.arg(limit).arg(text.size());
}

QString argument(const tools::ToolCall &call, QLatin1StringView name)
{
    return call.arguments.value(name).toString().trimmed();
}

tl::unexpected<Error> wrongArgument(QLatin1StringView name, const QString &sentence)
{
    return failure(ErrorCode::InvalidInput, u"Argument \"%1\": %2"_s.arg(name, sentence));
}

Result<> checkDate(const tools::ToolCall &call, QLatin1StringView name)
{
    const QString given = argument(call, name);
    if (given.isEmpty() || QDate::fromString(given, Qt::ISODate).isValid())
        return {};
    return wrongArgument(
        name, u"\"%1\" is not a date. Write it as 2026-12-31."_s.arg(cleanedLine(given, 40)));
}

} // namespace fairlead::providers::rest
