// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/notion/tools/sandboxednotion.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::tests {

SandboxedNotion::SandboxedNotion(const QByteArray &token)
    : m_sandbox(std::make_unique<sandbox::Sandbox>(sandbox::Sandbox::Options()))
{
    if (!m_sandbox->start())
        qFatal("The sandbox does not start");
    net::NetworkHttpClient::Options options;
    options.retry.base = std::chrono::milliseconds(1);
    m_http = std::make_unique<net::NetworkHttpClient>(options);
    m_notion = std::make_unique<NotionFixture>(*m_http, QUrl(m_sandbox->notionUrl()));
    if (!m_notion->signIn(token))
        qFatal("The sandbox refuses the token");
}

QString SandboxedNotion::text(const QString &tool, const QJsonObject &arguments)
{
    return NotionFixture::textOf(m_notion->call(tool, arguments));
}

QString SandboxedNotion::error(const QString &tool, const QJsonObject &arguments)
{
    const auto result = m_notion->call(tool, arguments);
    const QString text = NotionFixture::textOf(result);
    return result.isError ? text : u"no error: "_s + text;
}

sandbox::NotionWorkspace &SandboxedNotion::workspace()
{
    return m_sandbox->notion().workspace();
}

QString SandboxedNotion::page(const QString &title)
{
    for (const auto &page : workspace().pages) {
        if (sandbox::NotionWorkspace::title(page) == title)
            return page.id;
    }
    qFatal("The sandbox has no such page");
}

QString SandboxedNotion::dataSource(const QString &title)
{
    for (const auto &source : workspace().dataSources) {
        if (source.title.startsWith(title))
            return source.id;
    }
    qFatal("The sandbox has no such data source");
}

QString SandboxedNotion::content(const QString &pageId)
{
    return workspace().page(pageId)->content;
}

QJsonObject object(const char *text)
{
    QByteArray json(text);
    json.replace('\'', '"');
    const auto document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        qFatal("No JSON object: %s", text);
    return document.object();
}

} // namespace fairlead::tests
