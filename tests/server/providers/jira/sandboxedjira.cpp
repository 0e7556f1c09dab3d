// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/sandboxedjira.h"

using namespace Qt::StringLiterals;

namespace fairlead::tests {
namespace {

sandbox::Sandbox::Options optionsFor(const QStringList &sites)
{
    sandbox::Sandbox::Options options;
    options.sites.clear();
    for (const QString &site : sites)
        options.sites.append({site, 0});
    return options;
}

} // namespace

SandboxedJira::SandboxedJira(const QStringList &sites)
    : m_sandbox(optionsFor(sites))
{
    if (const auto started = m_sandbox.start(); !started)
        qFatal("%s", qPrintable(started.error().message));
    m_fixture = std::make_unique<JiraFixture>(m_http);
    for (const QString &site : sites)
        signInAs(u"ada"_s, site);
}

void SandboxedJira::signInAs(const QString &person, const QString &site)
{
    // A site without data of its own has Tidewater's people.
    const QString company = site == "northwind"_L1 ? site : u"tidewater"_s;
    const auto report = m_fixture->signIn(m_sandbox.url(site),
                                          u"%1@%2.example"_s.arg(person, company),
                                          "sandbox-api-token-" + person.toLatin1());
    if (!report)
        qFatal("%s", qPrintable(report.error().message));
    const auto all = m_fixture->stored().list(m_fixture->userId()).value();
    for (const auto &other : all) {
        if (other.name == report->connection.name && other.id != report->connection.id)
            (void)m_fixture->stored().remove(m_fixture->userId(), other.id);
    }
    m_sandbox.journal().clear();
}

tools::ToolResult SandboxedJira::call(const QString &tool, const QJsonObject &arguments)
{
    return m_fixture->call(tool, arguments);
}

QString SandboxedJira::text(const QString &tool, const QJsonObject &arguments)
{
    return JiraFixture::textOf(call(tool, arguments));
}

QByteArrayList SandboxedJira::targetsOf(const QByteArray &method)
{
    QByteArrayList targets;
    for (const auto &entry : m_sandbox.journal().entries()) {
        if (entry.request.method == method)
            targets.append(entry.request.target);
    }
    return targets;
}

} // namespace fairlead::tests
