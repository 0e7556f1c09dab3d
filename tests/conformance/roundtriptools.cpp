// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/fixtureanswers.h"
#include "tests/conformance/fixturetools.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::conformance {
namespace {

using Outcome = QCoro::Task<Result<tools::ToolResult>>;
using tools::InputRequest;

InputRequest nameForm()
{
    return formFor(u"user_name"_s, u"What is your name?"_s, u"name"_s);
}

/** Asks all of it, then says what `words` makes of the answers. */
Outcome afterAsking(tools::ToolCall call,
                    QList<InputRequest> requests,
                    QString (*words)(const tools::InputAnswers &))
{
    const auto answers = co_await call.client->ask(requests);
    if (!answers)
        co_return failure(answers.error());
    co_return tools::ToolResult::fromText(words(*answers));
}

Outcome elicitation(tools::ToolCall call)
{
    const QList<InputRequest> requests = {nameForm()};
    return afterAsking(std::move(call), requests, [](const tools::InputAnswers &answers) {
        return u"Hello, %1!"_s.arg(answers.value(u"user_name"_s).content["name"_L1].toString());
    });
}

Outcome oneSampling(tools::ToolCall call)
{
    const QList<InputRequest> requests = {
        sampling(u"capital_question"_s, u"What is the capital of France?"_s, 100)};
    return afterAsking(std::move(call), requests, [](const tools::InputAnswers &answers) {
        return answers.value(u"capital_question"_s).content["content"_L1]["text"_L1].toString();
    });
}

Outcome listRoots(tools::ToolCall call)
{
    const QList<InputRequest> requests = {roots()};
    return afterAsking(std::move(call), requests, [](const tools::InputAnswers &answers) {
        const QJsonArray all = answers.value(u"client_roots"_s).content["roots"_L1].toArray();
        return u"%1 roots, the first is %2"_s.arg(all.size()).arg(all.first()["uri"_L1].toString());
    });
}

Outcome requestState(tools::ToolCall call)
{
    const QList<InputRequest> requests = {
        formFor(u"confirm"_s, u"Please confirm"_s, u"ok"_s, u"boolean"_s)};
    return afterAsking(
        std::move(call), requests, [](const tools::InputAnswers &) { return u"state-ok"_s; });
}

Outcome multipleInputs(tools::ToolCall call)
{
    const QList<InputRequest> requests = {
        nameForm(), sampling(u"greeting"_s, u"Generate a greeting"_s, 50), roots()};
    return afterAsking(std::move(call), requests, [](const tools::InputAnswers &answers) {
        return u"%1 answers"_s.arg(answers.size());
    });
}

Outcome multiRound(tools::ToolCall call)
{
    const QList<InputRequest> first = {
        formFor(u"step1"_s, u"Step 1: What is your name?"_s, u"name"_s)};
    const auto name = co_await call.client->ask(first);
    if (!name)
        co_return failure(name.error());
    const QList<InputRequest> second = {
        formFor(u"step2"_s, u"Step 2: What is your favorite color?"_s, u"color"_s)};
    const auto color = co_await call.client->ask(second);
    if (!color)
        co_return failure(color.error());
    co_return tools::ToolResult::fromText(
        u"%1 likes %2"_s.arg(name->value(u"step1"_s).content["name"_L1].toString(),
                             color->value(u"step2"_s).content["color"_L1].toString()));
}

Outcome whatTheClientCan(tools::ToolCall call)
{
    QList<InputRequest> requests;
    for (const InputRequest &request :
         {nameForm(), sampling(u"greeting"_s, u"Generate a greeting"_s, 50)}) {
        if (call.client->can(request.kind))
            requests.append(request);
    }
    return afterAsking(std::move(call), requests, [](const tools::InputAnswers &answers) {
        return u"%1 answers"_s.arg(answers.size());
    });
}

} // namespace

void addRoundTripTools(FixtureTools &tools)
{
    const auto name = [](QStringView end) {
        return u"test_input_required_result_"_s + end.toString();
    };
    tools.add(name(u"elicitation"), elicitation);
    tools.add(name(u"sampling"), oneSampling);
    tools.add(name(u"list_roots"), listRoots);
    tools.add(name(u"request_state"), requestState);
    tools.add(name(u"tampered_state"), requestState);
    tools.add(name(u"multiple_inputs"), multipleInputs);
    tools.add(name(u"multi_round"), multiRound);
    tools.add(name(u"capabilities"), whatTheClientCan);
}

} // namespace fairlead::conformance
