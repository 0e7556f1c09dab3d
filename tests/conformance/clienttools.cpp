// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/fixtureanswers.h"
#include "tests/conformance/fixturetools.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::conformance {
namespace {

using Outcome = QCoro::Task<Result<tools::ToolResult>>;
using tools::InputRequest;

QString actionName(const tools::InputAnswer &answer)
{
    switch (answer.action) {
    case tools::InputAnswer::Action::Accept:
        return u"accept"_s;
    case tools::InputAnswer::Action::Decline:
        return u"decline"_s;
    case tools::InputAnswer::Action::Cancel:
        break;
    }
    return u"cancel"_s;
}

QString text(const tools::InputAnswer &answer)
{
    const QByteArray json = QJsonDocument(answer.content).toJson(QJsonDocument::Compact);
    return u"action=%1, content=%2"_s.arg(actionName(answer), QString::fromUtf8(json));
}

/** Asks one thing and says what came back. */
Outcome askOne(tools::ToolCall call, InputRequest request, QString before)
{
    const QList<InputRequest> requests = {request};
    const auto answers = co_await call.client->ask(requests);
    if (!answers)
        co_return failure(answers.error());
    co_return tools::ToolResult::fromText(before + text(answers->value(request.key)));
}

Outcome sampleText(tools::ToolCall call)
{
    const QString prompt = call.arguments["prompt"_L1].toString();
    const QList<InputRequest> requests = {sampling(u"answer"_s, prompt, 100)};
    const auto answers = co_await call.client->ask(requests);
    if (!answers)
        co_return failure(answers.error());
    const QJsonObject message = answers->value(u"answer"_s).content;
    co_return tools::ToolResult::fromText(u"LLM response: "_s
                                          + message["content"_L1]["text"_L1].toString());
}

/** A form from the JSON of its schema. */
InputRequest form(const QString &message, const char *schema)
{
    InputRequest request;
    request.key = u"form"_s;
    request.message = message;
    request.schema = QJsonDocument::fromJson(schema).object();
    return request;
}

Outcome elicitation(tools::ToolCall call)
{
    const auto request = form(call.arguments["message"_L1].toString(), R"({"type":"object",
        "properties":{"username":{"type":"string","description":"User's response"},
            "email":{"type":"string","description":"User's email address"}},
        "required":["username","email"]})");
    return askOne(std::move(call), request, u"User response: "_s);
}

Outcome defaults(tools::ToolCall call)
{
    const auto request = form(u"Please check these values"_s, R"({"type":"object","properties":{
        "name":{"type":"string","default":"John Doe"},
        "age":{"type":"integer","default":30},
        "score":{"type":"number","default":95.5},
        "status":{"type":"string","enum":["active","inactive","pending"],"default":"active"},
        "verified":{"type":"boolean","default":true}}})");
    return askOne(std::move(call), request, u"Elicitation completed: "_s);
}

Outcome choices(tools::ToolCall call)
{
    const auto request = form(u"Please choose"_s, R"({"type":"object","properties":{
        "untitledSingle":{"type":"string","enum":["option1","option2","option3"]},
        "titledSingle":{"type":"string","oneOf":[{"const":"value1","title":"First Option"},
            {"const":"value2","title":"Second Option"},{"const":"value3","title":"Third Option"}]},
        "legacyEnum":{"type":"string","enum":["opt1","opt2","opt3"],
            "enumNames":["Option One","Option Two","Option Three"]},
        "untitledMulti":{"type":"array",
            "items":{"type":"string","enum":["option1","option2","option3"]}},
        "titledMulti":{"type":"array","items":{"anyOf":[{"const":"value1","title":"First Choice"},
            {"const":"value2","title":"Second Choice"},
            {"const":"value3","title":"Third Choice"}]}}}})");
    return askOne(std::move(call), request, u"Elicitation completed: "_s);
}

Outcome streamingElicitation(tools::ToolCall call)
{
    return askOne(std::move(call), formFor(u"name"_s, u"Your name?"_s, u"name"_s), {});
}

Outcome missingCapability(tools::ToolCall call)
{
    return askOne(std::move(call), sampling(u"answer"_s, u"Say something"_s, 10), {});
}

} // namespace

void addClientTools(FixtureTools &tools)
{
    const auto oneText = [](const QString &name) {
        return QJsonObject{
            {u"type"_s, u"object"_s},
            {u"properties"_s, QJsonObject{{name, QJsonObject{{u"type"_s, u"string"_s}}}}}};
    };
    tools.add(u"test_sampling"_s, sampleText, oneText(u"prompt"_s));
    tools.add(u"test_elicitation"_s, elicitation, oneText(u"message"_s));
    tools.add(u"test_elicitation_sep1034_defaults"_s, defaults);
    tools.add(u"test_elicitation_sep1330_enums"_s, choices);
    tools.add(u"test_streaming_elicitation"_s, streamingElicitation);
    tools.add(u"test_missing_capability"_s, missingCapability);
}

} // namespace fairlead::conformance
