// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/tools/jirasandbox.h"

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

JiraSandbox::JiraSandbox(const QString &person)
    : m_http(quickRetries())
    , m_jira(m_http)
{
    if (!m_sandbox.start())
        qFatal("The sandbox does not start");
    const auto report = m_jira.signIn(m_sandbox.url(),
                                      person + u"@northwind.example"_s,
                                      "sandbox-api-token-" + person.toLatin1());
    if (!report)
        qFatal("%s", qPrintable(report.error().message));
}

QString JiraSandbox::call(const QString &tool, const QJsonObject &arguments)
{
    const auto result = m_jira.call(tool, arguments);
    const QString text = JiraFixture::textOf(result);
    return result.isError ? u"ERROR: "_s + text : text;
}

sandbox::JiraIssue &JiraSandbox::issue(const QString &key)
{
    sandbox::JiraIssue *issue = m_sandbox.site().issue(key);
    if (!issue)
        qFatal("There is no issue %s", qPrintable(key));
    return *issue;
}

QString JiraSandbox::url(const QString &key) const
{
    return m_sandbox.url() + u"/browse/"_s + key;
}

} // namespace fairlead::tests
