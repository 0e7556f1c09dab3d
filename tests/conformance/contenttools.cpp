// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/fixtureanswers.h"
#include "tests/conformance/fixturetools.h"

#include <QCoroTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace fairlead::conformance {
namespace {

using Outcome = QCoro::Task<Result<tools::ToolResult>>;
using tools::Content;

tools::ToolResult resultOf(const QList<Content> &content)
{
    tools::ToolResult result;
    result.content = content;
    return result;
}

Outcome simpleText(tools::ToolCall)
{
    co_return tools::ToolResult::fromText(u"This is a simple text response for testing."_s);
}

Outcome image(tools::ToolCall)
{
    const QList<Content> content = {picture()};
    co_return resultOf(content);
}

Outcome audio(tools::ToolCall)
{
    Content sound;
    sound.kind = Content::Kind::Audio;
    sound.data = tinySound();
    sound.mimeType = u"audio/wav"_s;
    const QList<Content> content = {sound};
    co_return resultOf(content);
}

Outcome embedded(tools::ToolCall)
{
    const QList<Content> content = {textResource(u"test://embedded-resource"_s,
                                                 u"text/plain"_s,
                                                 u"This is an embedded resource content."_s)};
    co_return resultOf(content);
}

Outcome mixed(tools::ToolCall)
{
    const QList<Content> content = {Content::fromText(u"Multiple content types test:"_s),
                                    picture(),
                                    textResource(u"test://mixed-content-resource"_s,
                                                 u"application/json"_s,
                                                 u"{\"test\":\"data\",\"value\":123}"_s)};
    co_return resultOf(content);
}

Outcome errorHandling(tools::ToolCall)
{
    co_return failure(ErrorCode::InvalidData,
                      u"This tool intentionally returns an error for testing"_s);
}

Outcome progress(tools::ToolCall call)
{
    for (const int done : {0, 50, 100}) {
        if (call.reportProgress)
            call.reportProgress({.progress = double(done), .total = 100, .message = {}});
        QTimer pause;
        pause.start(20);
        co_await pause;
    }
    co_return tools::ToolResult::fromText(u"Done."_s);
}

Outcome logging(tools::ToolCall call)
{
    for (const QString &line :
         {u"Tool execution started"_s, u"Tool processing data"_s, u"Tool execution completed"_s}) {
        call.client->log(tools::LogLevel::Info, {}, line);
        QTimer pause;
        pause.start(20);
        co_await pause;
    }
    co_return tools::ToolResult::fromText(u"Logged."_s);
}

Outcome reconnection(tools::ToolCall call)
{
    call.client->pollLater();
    QTimer pause;
    pause.start(200);
    co_await pause;
    co_return tools::ToolResult::fromText(u"Reconnection test completed."_s);
}

Outcome echo(tools::ToolCall call)
{
    const QByteArray json = QJsonDocument(call.arguments).toJson(QJsonDocument::Compact);
    co_return tools::ToolResult::fromText(QString::fromUtf8(json));
}

/** What the suite wants to find unchanged in tools/list. */
constexpr auto newestSchema = R"({
    "$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
    "$defs":{"address":{"$anchor":"addressDef","type":"object",
        "properties":{"street":{"type":"string"},"city":{"type":"string"}}}},
    "properties":{"name":{"type":"string"},"address":{"$ref":"#/$defs/address"},
        "contactMethod":{"type":"string","enum":["phone","email"]},
        "phone":{"type":"string"},"email":{"type":"string"}},
    "allOf":[{"anyOf":[{"required":["phone"]},{"required":["email"]}]}],
    "if":{"properties":{"contactMethod":{"const":"phone"}},"required":["contactMethod"]},
    "then":{"required":["phone"]},"else":{"required":["email"]},
    "additionalProperties":false})";

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

void addContentTools(FixtureTools &tools)
{
    tools.add(u"test_simple_text"_s, simpleText);
    tools.add(u"test_image_content"_s, image);
    tools.add(u"test_audio_content"_s, audio);
    tools.add(u"test_embedded_resource"_s, embedded);
    tools.add(u"test_multiple_content_types"_s, mixed);
    tools.add(u"test_error_handling"_s, errorHandling);
    tools.add(u"test_tool_with_progress"_s, progress);
    tools.add(u"test_tool_with_logging"_s, logging);
    tools.add(u"test_logging_tool"_s, logging);
    tools.add(u"test_reconnection"_s, reconnection);
    tools.add(u"test_x_mcp_header"_s, echo, object(R"({"type":"object","properties":{
        "region":{"type":"string","x-mcp-header":"Region"},
        "priority":{"type":"integer","x-mcp-header":"Priority"},
        "note":{"type":"string"}}})"));
    tools.add(u"json_schema_2020_12_tool"_s, echo, object(newestSchema));
}

} // namespace fairlead::conformance
