// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The client that the official conformance suite starts: Fairlead's gateway, pointed at the suite's
// server, whose address is the argument. The suite says in the environment what is wanted.
#include "tests/conformance/authscenario.h"
#include "tests/conformance/clientscenario.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace fairlead;

namespace {

QCoro::Task<Result<Secret>> nothing(CancellationToken)
{
    co_return Secret();
}

int exitCode(const Result<> &done)
{
    if (done)
        return 0;
    std::fprintf(stderr, "%s\n", qUtf8Printable(done.error().message));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QUrl url(QCoreApplication::arguments().value(1));
    const QJsonObject context =
        QJsonDocument::fromJson(qgetenv("MCP_CONFORMANCE_CONTEXT")).object();
    const QString name = qEnvironmentVariable("MCP_CONFORMANCE_SCENARIO");
    const auto revision =
        mcp::revisionFromName(qEnvironmentVariable("MCP_CONFORMANCE_PROTOCOL_VERSION"));
    if (name.startsWith("auth/"_L1))
        return exitCode(conformance::AuthScenario(url, revision, context).run());
    gateway::UpstreamTarget target{.url = url, .name = u"The suite"_s, .authorize = nothing};
    target.revision = revision;
    conformance::ClientScenario scenario(name, std::move(target), context);
    return exitCode(QCoro::waitFor(scenario.run()));
}
