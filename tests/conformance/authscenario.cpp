// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/authscenario.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace fairlead::conformance {
namespace {

using gateway::SignInWorld;
using tools::InputAnswer;

// The one that the suite knows Fairlead's document by.
const auto document = u"https://conformance-test.local/client-metadata.json"_s;

providers::Arrival arrivalAt(const QUrl &redirect)
{
    const QUrlQuery query(redirect);
    const auto value = [&query](const QString &name) {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    };
    providers::Arrival arrival{.state = value(u"state"_s).toLatin1(),
                               .code = Secret(value(u"code"_s).toLatin1()),
                               .error = value(u"error"_s)};
    if (query.hasQueryItem(u"iss"_s))
        arrival.issuer = value(u"iss"_s);
    return arrival;
}

SignInWorld::Options optionsFor(std::optional<mcp::Revision> revision)
{
    return {.document = document, .revision = revision};
}

} // namespace

/** Somebody who goes to every page that a call asks for. */
class AuthScenario::Person final : public tools::ClientPort
{
public:
    explicit Person(AuthScenario &scenario)
        : m_scenario(scenario)
    {}

    [[nodiscard]] bool can(tools::InputRequest::Kind kind) const override
    {
        return kind == tools::InputRequest::Kind::Url;
    }
    [[nodiscard]] QCoro::Task<Result<tools::InputAnswers>> ask(
        QList<tools::InputRequest> requests) override
    {
        tools::InputAnswers answers;
        for (const tools::InputRequest &request : requests) {
            const auto ended = co_await m_scenario.browse(QUrl(request.url));
            const bool isDone = ended && ended->stage == providers::SignInStage::Connected;
            answers[request.key].action =
                isDone ? InputAnswer::Action::Accept : InputAnswer::Action::Cancel;
        }
        co_return answers;
    }
    void log(tools::LogLevel, const QString &, const QJsonValue &) override {}
    void pollLater() override {}

private:
    AuthScenario &m_scenario;
};

AuthScenario::AuthScenario(QUrl url, std::optional<mcp::Revision> revision, QJsonObject context)
    : m_url(std::move(url))
    , m_context(std::move(context))
    , m_world(m_folder.path(), optionsFor(revision))
{}

QCoro::Task<Result<providers::SignIn>> AuthScenario::browse(QUrl page)
{
    net::Request request;
    request.url = page;
    const auto answer = co_await m_browser.send(std::move(request));
    if (!answer)
        co_return failure(answer.error());
    const QUrl redirect(QString::fromUtf8(answer->header("Location")));
    auto arrival = arrivalAt(redirect);
    co_return co_await m_world.arriving(std::move(arrival));
}

Result<> AuthScenario::signIn()
{
    const QString client = m_context["client_id"_L1].toString();
    if (!client.isEmpty()) {
        const oauth::Client app{client, Secret(m_context["client_secret"_L1].toString().toUtf8())};
        if (const auto used = m_world.useClient(m_url, app); !used)
            return used;
    }
    // A person who is told to start again does so.
    for (bool isFirst = true;; isFirst = false) {
        const auto begun = m_world.begin(m_url);
        if (!begun)
            return failure(begun.error());
        const auto ended = QCoro::waitFor(browse(begun->signIn.url));
        if (!ended)
            return failure(ended.error());
        if (ended->stage == providers::SignInStage::Connected)
            return {};
        if (!isFirst || ended->problem != providers::SignInProblem::Refused)
            return failure(ErrorCode::Unauthorized, ended->message);
    }
}

Result<> AuthScenario::run()
{
    const auto open = m_world.connect(m_url);
    if (!open && open.error().reason != ErrorReason::SignInNeeded)
        return failure(open.error());
    if (!open) {
        if (const auto signedIn = signIn(); !signedIn)
            return signedIn;
    }
    const auto person = std::make_shared<Person>(*this);
    const QStringList tools = m_world.listed();
    for (const QString &tool : tools)
        QCoro::waitFor(m_world.answered(tool, person));
    const connections::Connection connection = m_world.connections().first();
    if (connection.state != connections::ConnectionState::Connected)
        return failure(ErrorCode::Unauthorized, connection.lastError);
    return {};
}

} // namespace fairlead::conformance
