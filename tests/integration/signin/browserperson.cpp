// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/signin/browserperson.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace fairlead {
namespace {

constexpr int patience = 60'000;

} // namespace

BrowserPerson::BrowserPerson(const QString &callbackPath)
{
    m_program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_program.start(QStringLiteral(FAIRLEAD_BROWSER_PROGRAM),
                    QStringList{u"foreign.mjs"_s, callbackPath});
    m_ready = readLine();
}

BrowserPerson::~BrowserPerson()
{
    m_program.closeWriteChannel();
    if (!m_program.waitForFinished())
        m_program.kill();
    m_program.waitForFinished();
}

QJsonObject BrowserPerson::allow(const QUrl &url)
{
    return ask(u"allow"_s, url);
}

QJsonObject BrowserPerson::deny(const QUrl &url)
{
    return ask(u"deny"_s, url);
}

QJsonArray BrowserPerson::exchanges()
{
    return ask(u"exchanges"_s).value("exchanges"_L1).toArray();
}

QJsonObject BrowserPerson::ask(const QString &deed, const QUrl &url)
{
    const QJsonObject order{{u"do"_s, deed}, {u"url"_s, url.toString(QUrl::FullyEncoded)}};
    m_program.write(QJsonDocument(order).toJson(QJsonDocument::Compact) + '\n');
    return readLine();
}

QJsonObject BrowserPerson::readLine()
{
    // The browser talks to a server in this very process, so the event loop must go on.
    const bool hasLine = QTest::qWaitFor(
        [this] { return m_program.canReadLine() || m_program.state() == QProcess::NotRunning; },
        patience);
    if (!hasLine || !m_program.canReadLine()) {
        QTest::qFail("The browser did not do its part.", __FILE__, __LINE__);
        return {};
    }
    const QJsonObject line = QJsonDocument::fromJson(m_program.readLine()).object();
    if (line.contains("error"_L1))
        QTest::qFail(qPrintable(line.value("error"_L1).toString()), __FILE__, __LINE__);
    return line;
}

} // namespace fairlead
