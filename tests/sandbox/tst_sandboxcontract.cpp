// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jiratester.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::sandbox;

/** What Atlassian's document refuses, the sandbox refuses: generated for every served operation. */
class TestSandboxContract final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesEveryOperationOfTheContract();
    void refusesAnUnknownParameter_data() { addOperations(); }
    void refusesAnUnknownParameter();
    void refusesAMissingRequiredMember_data();
    void refusesAMissingRequiredMember();
    void refusesAParameterOfTheWrongType_data();
    void refusesAParameterOfTheWrongType();
    void refusesABodyOfTheWrongShape_data();
    void refusesABodyOfTheWrongShape();
    void refusesAnotherContentType_data();
    void refusesAnotherContentType();
    void tellsUnknownPathsFromUnservedOnes();
    void namesTheMethodsOfAPath();

private:
    void addOperations();
    [[nodiscard]] static QByteArray targetOf(const Contract::Operation &operation);
    /** The same with the query that it requires, so that its body is looked at. */
    [[nodiscard]] static QByteArray completeTargetOf(const Contract::Operation &operation,
                                                     const QString &without = {});
    [[nodiscard]] const Contract::Operation &operation(const QString &id) const;
    [[nodiscard]] Response sendTo(const Contract::Operation &operation,
                                  const QByteArray &target,
                                  const QByteArray &body);

    JiraTester m_jira;
};

void TestSandboxContract::addOperations()
{
    QTest::addColumn<QString>("id");
    for (const Contract::Operation &operation : m_jira.contract().operations())
        QTest::newRow(qPrintable(operation.id)) << operation.id;
}

QByteArray TestSandboxContract::targetOf(const Contract::Operation &operation)
{
    QStringList segments;
    for (const QString &segment : operation.segments)
        segments.append(segment.startsWith(u'{') ? u"1"_s : segment);
    return segments.join(u'/').toLatin1();
}

QByteArray TestSandboxContract::completeTargetOf(const Contract::Operation &operation,
                                                 const QString &without)
{
    QStringList query;
    for (const QJsonObject &parameter : operation.parameters) {
        const QString name = parameter["name"_L1].toString();
        if (parameter["in"_L1].toString() == "query"_L1 && parameter["required"_L1].toBool()
            && name != without)
            query.append(name + u'=' + parameter["schema"_L1]["enum"_L1][0].toString(u"1"_s));
    }
    return targetOf(operation)
        + (query.isEmpty() ? QByteArray() : '?' + query.join(u'&').toLatin1());
}

const Contract::Operation &TestSandboxContract::operation(const QString &id) const
{
    const auto &all = m_jira.contract().operations();
    return *std::find_if(
        all.begin(), all.end(), [&id](const auto &entry) { return entry.id == id; });
}

Response TestSandboxContract::sendTo(const Contract::Operation &operation,
                                     const QByteArray &target,
                                     const QByteArray &body)
{
    Request request;
    request.method = operation.method;
    request.target = target;
    request.headers.append(JiraTester::basic(u"ada@northwind.example"_s, "sandbox-api-token-ada"));
    if (!operation.contentType.isEmpty())
        request.headers.append(HeaderField{"Content-Type", operation.contentType});
    request.body = body;
    return m_jira.send(request);
}

void TestSandboxContract::servesEveryOperationOfTheContract()
{
    QStringList promised;
    for (const Contract::Operation &operation : m_jira.contract().operations())
        promised.append(operation.id);
    QStringList served = m_jira.site().operationIds();
    promised.sort();
    served.sort();
    QCOMPARE(served, promised);
}

void TestSandboxContract::refusesAnUnknownParameter()
{
    QFETCH(QString, id);
    const Response response =
        sendTo(operation(id), targetOf(operation(id)) + "?noSuchParameter=1", "{}");
    QCOMPARE(response.status, 400);
    QVERIFY(JiraTester::object(response)["errors"_L1].toObject().contains("noSuchParameter"_L1));
}

void TestSandboxContract::refusesAMissingRequiredMember_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("missing");
    for (const Contract::Operation &operation : m_jira.contract().operations()) {
        for (const QJsonObject &parameter : operation.parameters) {
            const QString name = parameter["name"_L1].toString();
            if (parameter["required"_L1].toBool() && parameter["in"_L1].toString() == "query"_L1)
                QTest::addRow("%s %s", qPrintable(operation.id), qPrintable(name))
                    << operation.id << name;
        }
        for (const auto &name : operation.bodySchema["required"_L1].toArray())
            QTest::addRow("%s %s", qPrintable(operation.id), qPrintable(name.toString()))
                << operation.id << name.toString();
    }
}

void TestSandboxContract::refusesAMissingRequiredMember()
{
    QFETCH(QString, id);
    QFETCH(QString, missing);
    const Response response = sendTo(operation(id), completeTargetOf(operation(id), missing), "{}");
    QCOMPARE(response.status, 400);
    QVERIFY(JiraTester::object(response)["errors"_L1].toObject().contains(missing));
}

void TestSandboxContract::refusesAParameterOfTheWrongType_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    for (const Contract::Operation &operation : m_jira.contract().operations()) {
        for (const QJsonObject &parameter : operation.parameters) {
            const QString type = parameter["schema"_L1]["type"_L1].toString();
            const bool isChecked = type == "integer"_L1 || type == "boolean"_L1
                || parameter["schema"_L1].toObject().contains("enum"_L1);
            const QString name = parameter["name"_L1].toString();
            if (isChecked && parameter["in"_L1].toString() == "query"_L1)
                QTest::addRow("%s %s", qPrintable(operation.id), qPrintable(name))
                    << operation.id << name;
        }
    }
}

void TestSandboxContract::refusesAParameterOfTheWrongType()
{
    QFETCH(QString, id);
    QFETCH(QString, name);
    const Response response =
        sendTo(operation(id), targetOf(operation(id)) + '?' + name.toLatin1() + "=seventeen", "{}");
    QCOMPARE(response.status, 400);
    QVERIFY(JiraTester::object(response)["errors"_L1].toObject().contains(name));
}

void TestSandboxContract::refusesABodyOfTheWrongShape_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("body");
    for (const Contract::Operation &operation : m_jira.contract().operations()) {
        if (operation.contentType != "application/json")
            continue;
        const QByteArray id = operation.id.toLatin1();
        QTest::addRow("%s array", id.constData()) << operation.id << "[]"_ba;
        QTest::addRow("%s broken", id.constData()) << operation.id << "{\"a\":"_ba;
        QTest::addRow("%s empty", id.constData()) << operation.id << ""_ba;
    }
    QTest::newRow("jql is a number") << u"countIssues"_s << "{\"jql\":7}"_ba;
    QTest::newRow("unknown member") << u"countIssues"_s << "{\"jql\":\"a\",\"b\":1}"_ba;
    QTest::newRow("fields is a string")
        << u"searchAndReconsileIssuesUsingJqlPost"_s << "{\"fields\":\"summary\"}"_ba;
    QTest::newRow("maxResults is a string")
        << u"searchAndReconsileIssuesUsingJqlPost"_s << "{\"maxResults\":\"5\"}"_ba;
    QTest::newRow("item of the wrong type")
        << u"searchAndReconsileIssuesUsingJqlPost"_s << "{\"fields\":[1]}"_ba;
    QTest::newRow("fields of an issue is an array") << u"createIssue"_s << "{\"fields\":[]}"_ba;
}

void TestSandboxContract::refusesABodyOfTheWrongShape()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, body);
    const Response response = sendTo(operation(id), completeTargetOf(operation(id)), body);
    QCOMPARE(response.status, 400);
    QVERIFY(!JiraTester::object(response)["errorMessages"_L1].toArray().isEmpty());
}

void TestSandboxContract::refusesAnotherContentType_data()
{
    QTest::addColumn<QString>("id");
    for (const Contract::Operation &operation : m_jira.contract().operations()) {
        if (!operation.contentType.isEmpty())
            QTest::newRow(qPrintable(operation.id)) << operation.id;
    }
}

void TestSandboxContract::refusesAnotherContentType()
{
    QFETCH(QString, id);
    Contract::Operation other = operation(id);
    other.contentType = "text/plain";
    QCOMPARE(sendTo(other, targetOf(other), "{}").status, 415);
    other.contentType = {};
    const Response response = sendTo(other, targetOf(other), "{}");
    QCOMPARE(response.status, 415);
    QCOMPARE(response.header("content-type"), "application/problem+json;charset=UTF-8"_ba);
    QCOMPARE(JiraTester::object(response)["detail"_L1].toString(),
             u"Content-Type 'null' is not supported."_s);
}

void TestSandboxContract::tellsUnknownPathsFromUnservedOnes()
{
    const Response unknown = m_jira.get("/rest/api/3/no/such/path");
    QCOMPARE(unknown.status, 404);
    QCOMPARE(JiraTester::object(unknown)["detail"_L1].toString(),
             u"No endpoint GET /rest/api/3/no/such/path."_s);
    const Response unserved = m_jira.get("/rest/api/3/dashboard");
    QCOMPARE(unserved.status, 501);
    QVERIFY(JiraTester::error(unserved).contains("/rest/api/3/dashboard"_L1));
    QCOMPARE(m_jira.get("/rest/api/2/myself").status, 404);
    QCOMPARE(m_jira.get("/browse/WEB-1").header("content-type"), "text/html;charset=UTF-8"_ba);
}

void TestSandboxContract::namesTheMethodsOfAPath()
{
    const Response response = m_jira.send("PATCH", "/rest/api/3/issue/WEB-1");
    QCOMPARE(response.status, 405);
    QCOMPARE(response.header("allow"), "GET, PUT, DELETE"_ba);
}

QTEST_GUILESS_MAIN(TestSandboxContract)
#include "tst_sandboxcontract.moc"
