// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/personform.h"
#include "tests/fakes/fakeclientport.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::tools;

/** Asking the person at the client. */
class TestPersonForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_client = std::make_shared<fakes::FakeClientPort>(); }

    void knowsWhetherThereIsSomebody()
    {
        QVERIFY(PersonForm::canAsk(m_client));
        QVERIFY(!PersonForm::canAsk(nullptr));
    }

    void offersChoicesWithTheirLabels()
    {
        PersonForm form(u"key"_s, u"Which?"_s);
        form.addChoice(u"project"_s, u"Project"_s, {u"A"_s, u"B"_s}, {u"Alpha"_s, u"Beta"_s});
        const InputRequest request = form.request();
        QCOMPARE(request.message, u"Which?"_s);
        const QJsonValue project = request.schema["properties"_L1]["project"_L1];
        QCOMPARE(project["enum"_L1].toArray(), (QJsonArray{u"A"_s, u"B"_s}));
        QCOMPARE(project["enumNames"_L1].toArray(), (QJsonArray{u"Alpha"_s, u"Beta"_s}));
        QCOMPARE(request.schema["required"_L1].toArray(), QJsonArray{u"project"_s});
    }

    void asksForATextWhereThereIsTooMuchToChooseFrom()
    {
        QStringList many;
        for (int i = 0; i <= 100; ++i)
            many.append(QString::number(i));
        PersonForm form(u"key"_s, u"Which?"_s);
        form.addChoice(u"project"_s, u"Project"_s, many);
        const QJsonValue project = form.request().schema["properties"_L1]["project"_L1];
        QVERIFY(project["enum"_L1].isUndefined());
        QCOMPARE(project["type"_L1], u"string"_s);
    }

    void givesWhatWasFilledIn()
    {
        m_client->fillIn({{u"name"_s, u"Ada"_s}, {u"count"_s, 3}, {u"other"_s, u"x"_s}});
        const auto content = ask();
        QVERIFY(content);
        QCOMPARE(*content, (QJsonObject{{u"name"_s, u"Ada"_s}, {u"count"_s, 3}}));
    }

    void takesNoAnswerOfTheWrongKind_data()
    {
        QTest::addColumn<QJsonObject>("filledIn");
        QTest::newRow("missing") << QJsonObject{{u"name"_s, u"Ada"_s}};
        QTest::newRow("text for a number")
            << QJsonObject{{u"name"_s, u"Ada"_s}, {u"count"_s, u"3"_s}};
        QTest::newRow("blank") << QJsonObject{{u"name"_s, u" "_s}, {u"count"_s, 3}};
    }
    void takesNoAnswerOfTheWrongKind()
    {
        QFETCH(QJsonObject, filledIn);
        m_client->fillIn(filledIn);
        const auto content = ask();
        QVERIFY(!content);
        QCOMPARE(content.error().code, ErrorCode::InvalidInput);
    }

    void saysThatThePersonDidNotWantTo_data()
    {
        QTest::addColumn<InputAnswer::Action>("action");
        QTest::newRow("declined") << InputAnswer::Action::Decline;
        QTest::newRow("cancelled") << InputAnswer::Action::Cancel;
    }
    void saysThatThePersonDidNotWantTo()
    {
        QFETCH(InputAnswer::Action, action);
        m_client->answer(action);
        const auto content = ask();
        QVERIFY(!content);
        QCOMPARE(content.error().code, ErrorCode::Cancelled);
        QCOMPARE(content.error().message,
                 u"The person did not want to say: name, count. Nothing was done."_s);
    }

    void takesASlowPersonForNoFailureOfAService()
    {
        m_client->fail({.code = ErrorCode::Timeout, .message = u"Nobody answered."_s});
        const auto content = ask();
        QVERIFY(!content);
        QCOMPARE(content.error().code, ErrorCode::Cancelled);
        QCOMPARE(content.error().message, u"Nobody answered."_s);
    }

private:
    [[nodiscard]] Result<QJsonObject> ask() const
    {
        PersonForm form(u"key"_s, u"Please"_s);
        form.addValue(u"name"_s, u"Name"_s, u"string"_s);
        form.addValue(u"count"_s, u"Count"_s, u"number"_s);
        return QCoro::waitFor(PersonForm::ask(m_client, form));
    }

    std::shared_ptr<fakes::FakeClientPort> m_client;
};

QTEST_GUILESS_MAIN(TestPersonForm)
#include "tst_personform.moc"
