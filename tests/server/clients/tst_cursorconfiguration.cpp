// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/cursorconfiguration.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::clients;

class TestCursorConfiguration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheEndpointAndTheKey_data()
    {
        QTest::addColumn<Transport>("transport");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("streamable")
            << Transport::StreamableHttp
            << R"({"mcpServers":{"fairlead":{"headers":{"Authorization":"Bearer mcp_1"},"url":"http://127.0.0.1:8080/mcp"}}})"_ba;
        QTest::newRow("sse")
            << Transport::Sse
            << R"({"mcpServers":{"fairlead":{"headers":{"Authorization":"Bearer mcp_1"},"url":"http://127.0.0.1:8080/sse"}}})"_ba;
    }
    void namesTheEndpointAndTheKey()
    {
        QFETCH(Transport, transport);
        QFETCH(QByteArray, json);
        const QString url = u"http://127.0.0.1:8080"_s;
        QCOMPARE(QJsonDocument(cursorConfiguration(url, u"mcp_1"_s, transport))
                     .toJson(QJsonDocument::Compact),
                 json);
        QCOMPARE(
            QJsonDocument::fromJson(cursorConfigurationText(url, u"mcp_1"_s, transport).toUtf8()),
            QJsonDocument::fromJson(json));
    }
};

QTEST_GUILESS_MAIN(TestCursorConfiguration)
#include "tst_cursorconfiguration.moc"
