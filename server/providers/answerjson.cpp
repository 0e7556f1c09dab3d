// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/answerjson.h"

#include "server/base/text.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::json {

Result<Element> object(simdjson::dom::parser &parser, const QByteArray &body)
{
    Element root;
    // It reads some bytes further than the text goes: without room for that it copies it all.
    const bool needsCopy = body.capacity() < body.size() + qsizetype{simdjson::SIMDJSON_PADDING};
    if (parser.parse(body.constData(), static_cast<size_t>(body.size()), needsCopy).get(root)
            != simdjson::SUCCESS
        || !root.is_object()) {
        return failure(ErrorCode::InvalidData, u"the answer is not a JSON object"_s);
    }
    return root;
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::optional<Element> member(const Element &element, std::string_view key)
{
    Element value;
    if (!element.is_object() || element[key].get(value) != simdjson::SUCCESS || value.is_null())
        return std::nullopt;
    return value;
}

QString line(const Element &element, std::string_view key)
{
    const auto value = member(element, key);
    std::string_view text;
    if (!value || value->get(text) != simdjson::SUCCESS)
        return {};
    return cleanedLine(fromUtf8(text), lineLimit);
}

qint64 number(const Element &element, std::string_view key, qint64 otherwise)
{
    const auto value = member(element, key);
    int64_t result = 0;
    return value && value->get(result) == simdjson::SUCCESS ? result : otherwise;
}

bool isTrue(const Element &element, std::string_view key)
{
    const auto value = member(element, key);
    bool result = false;
    return value && value->get(result) == simdjson::SUCCESS && result;
}

std::optional<simdjson::dom::array> list(const Element &element, std::string_view key)
{
    const auto value = member(element, key);
    simdjson::dom::array result;
    if (!value || value->get(result) != simdjson::SUCCESS)
        return std::nullopt;
    return result;
}

} // namespace fairlead::providers::json
