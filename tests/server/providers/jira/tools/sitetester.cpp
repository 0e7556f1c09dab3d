// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/tools/sitetester.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::tests {
namespace {

net::NetworkHttpClient::Options quickRetries()
{
    net::NetworkHttpClient::Options options;
    options.retry.base = std::chrono::milliseconds(1);
    return options;
}

} // namespace

SiteTester::SiteTester(const QString &person)
    : m_http(quickRetries())
    , jira(m_http)
{
    if (const auto started = sandbox.start(); !started)
        qFatal("%s", qPrintable(started.error().message));
    signIn(person, u"sandbox-api-token-"_s + person);
}

void SiteTester::signIn(const QString &person, const QString &token)
{
    const auto report =
        jira.signIn(sandbox.url(), person + u"@northwind.example"_s, token.toLatin1());
    if (!report)
        qFatal("%s", qPrintable(report.error().message));
    sandbox.journal().clear();
}

QString SiteTester::ask(const QString &tool, const char *arguments)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(arguments), &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("The test's arguments are no JSON: %s", arguments);
    return ask(tool, document.object());
}

QString SiteTester::ask(const QString &tool, const QJsonObject &arguments)
{
    const tools::ToolResult result = jira.call(tool, arguments);
    const QString text = JiraFixture::textOf(result);
    return result.isError ? u"Error: "_s + text : text;
}

QStringList SiteTester::requests()
{
    QStringList lines;
    for (const auto &entry : sandbox.journal().entries())
        lines.append(QString::fromLatin1(entry.request.method) + u' ' + entry.request.path);
    sandbox.journal().clear();
    return lines;
}

} // namespace fairlead::tests
