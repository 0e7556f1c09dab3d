// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notioncontract.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::sandbox;

/** What the published description of Notion's API says about requests. */
class TestSandboxNotionContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheOperationsOfTheDescription()
    {
        const QStringList known = m_contract.operations();
        QCOMPARE(known.size(), 24);
        QVERIFY(known.contains(u"PATCH /v1/pages/{page_id}/markdown"_s));
    }

    void checksRequests_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("complaint");
        const QString search = u"POST /v1/search"_s;
        const QString markdown = u"PATCH /v1/pages/{page_id}/markdown"_s;
        QTest::newRow("good") << search << QString() << QJsonObject{{u"query"_s, u"x"_s}}
                              << QString();
        QTest::newRow("type of a member")
            << search << QString() << QJsonObject{{u"page_size"_s, u"20"_s}}
            << u"body.page_size: The value must be of type integer."_s;
        QTest::newRow("value not in the list")
            << search << QString()
            << QJsonObject{{u"filter"_s, QJsonObject{{u"value"_s, u"database"_s}}}}
            << u"body.filter.value: The value \"database\" is not allowed."_s;
        QTest::newRow("missing member")
            << markdown << QString() << QJsonObject() << u"body.type: type is required."_s;
        QTest::newRow("missing member inside")
            << markdown << QString()
            << QJsonObject{{u"type"_s, u"insert_content"_s}, {u"insert_content"_s, QJsonObject()}}
            << u"body.insert_content.content: content is required."_s;
        QTest::newRow("missing parameter")
            << u"GET /v1/comments"_s << QString() << QJsonObject()
            << u"query.block_id should be defined, instead was `undefined`."_s;
        QTest::newRow("type of a parameter")
            << u"GET /v1/users"_s << u"page_size=many"_s << QJsonObject()
            << u"query.page_size: The value \"many\" is not a valid integer."_s;
        QTest::newRow("what newer versions changed")
            << u"PATCH /v1/blocks/{block_id}/children"_s << QString()
            << QJsonObject{{u"children"_s, QJsonArray{QJsonObject{{u"quote"_s, QJsonObject()}}}},
                           {u"position"_s, QJsonObject{{u"type"_s, u"start"_s}}}}
            << QString();
        QTest::newRow("not described")
            << u"GET /v1/views"_s << u"x=y"_s << QJsonObject() << QString();
    }
    void checksRequests()
    {
        QFETCH(QString, operation);
        QFETCH(QString, query);
        QFETCH(QJsonObject, body);
        QFETCH(QString, complaint);
        Request request;
        request.query = parsedPairs(query.toUtf8());
        QCOMPARE(m_contract.complaint(operation, request, body), complaint);
    }

private:
    NotionContract m_contract;
};

QTEST_GUILESS_MAIN(TestSandboxNotionContract)
#include "tst_sandboxnotioncontract.moc"
