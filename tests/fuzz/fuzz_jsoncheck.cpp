// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The strict JSON check beside two other readers. What it accepts, QJsonDocument and simdjson read
// too, and no object in it has a key twice; what it refuses as no JSON, simdjson refuses too, apart
// from what is listed here.
#include "server/mcp/jsonrpc/jsoncheck.h"
#include "tests/fuzz/finding.h"

#include <QJsonDocument>

#include <set>
#include <simdjson.h>
#include <string_view>

using namespace fairlead;

namespace {

bool hasKeyTwice(const simdjson::dom::element &element)
{
    if (element.is_array()) {
        for (const auto child : element.get_array()) {
            if (hasKeyTwice(child))
                return true;
        }
    } else if (element.is_object()) {
        std::set<std::string_view> keys;
        for (const auto field : element.get_object()) {
            if (!keys.insert(field.key).second || hasKeyTwice(field.value))
                return true;
        }
    }
    return false;
}

/** Numbers that simdjson or a double cannot hold are JSON all the same. */
bool isAboutNumbers(simdjson::error_code error)
{
    return error == simdjson::NUMBER_ERROR;
}

void checkAccepted(const QByteArray &json,
                   simdjson::error_code error,
                   const simdjson::dom::element &element)
{
    fuzz::require(!error || isAboutNumbers(error), "simdjson reads what is accepted");
    QJsonParseError qtError;
    const auto document = QJsonDocument::fromJson(json, &qtError);
    const bool qtTakesIt = qtError.error == QJsonParseError::NoError
        || qtError.error == QJsonParseError::IllegalNumber || !document.isNull();
    const bool isContainer = json.trimmed().startsWith('{') || json.trimmed().startsWith('[');
    fuzz::require(!isContainer || qtTakesIt, "QJsonDocument reads what is accepted");
    if (!error)
        fuzz::require(!hasKeyTwice(element), "no key twice");
}

void checkRefused(const QByteArray &json,
                  const mcp::RpcError &fault,
                  simdjson::error_code error,
                  const simdjson::dom::element &element)
{
    // simdjson takes the second half of a surrogate pair alone, and any depth and count.
    if (error || json.contains("\\u") || fault.message.contains(QLatin1String("levels")))
        return;
    const bool isJson = fault.code == mcp::RpcCode::InvalidRequest;
    fuzz::require(isJson, "what is refused as no JSON is none");
    fuzz::require(hasKeyTwice(element), "a key twice");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static simdjson::dom::parser parser;
    const QByteArray json = fuzz::inputFrom(data, size);
    const auto fault = mcp::checkJson(json, {.bytes = 4096, .depth = 16, .values = 4096});
    simdjson::dom::element element;
    const auto error = parser.parse(json.constData(), size, true).get(element);
    if (!fault)
        checkAccepted(json, error, element);
    else
        checkRefused(json, *fault, error, element);
    return 0;
}
