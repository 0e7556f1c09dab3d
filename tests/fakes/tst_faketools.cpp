// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/faketools.h"

#include <QCoroTask>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::fakes;

class TestFakeTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void echoesItsText();
    void waitsUntilTheTestFinishesTheCall();
    void doesNotKnowOtherNames();
};

namespace {

tools::ToolCall call(const QString &name)
{
    tools::ToolCall result;
    result.tool = name;
    result.arguments = {{u"text"_s, u"hello"_s}};
    return result;
}

} // namespace

void TestFakeTools::echoesItsText()
{
    FakeTools tools;
    const auto result = QCoro::waitFor(tools.invoke(call(u"echo"_s)));
    QVERIFY(result);
    QCOMPARE(result->content.first().text, u"hello"_s);
}

void TestFakeTools::waitsUntilTheTestFinishesTheCall()
{
    FakeTools tools;
    auto task = tools.invoke(call(u"wait"_s));
    QCOMPARE(tools.waitingCount(), size_t(1));
    QVERIFY(!task.isReady());
    tools.waiting(0).finish(tools::ToolResult::fromText(u"done"_s));
    const auto result = QCoro::waitFor(std::move(task));
    QVERIFY(result);
    QCOMPARE(result->content.first().text, u"done"_s);
}

void TestFakeTools::doesNotKnowOtherNames()
{
    FakeTools tools;
    const auto result = QCoro::waitFor(tools.invoke(call(u"other"_s)));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestFakeTools)
#include "tst_faketools.moc"
