// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/approvalgate.h"
#include "tests/ui/uiworld.h"
#include "ui/windows/approvalwindow.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestApprovalWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        m_presence.emplace(m_world->approvals, m_world->services->userId);
        m_window = std::make_unique<ApprovalWindow>(*m_world->services);
        m_running = 0;
    }

    void cleanup()
    {
        const QString user = m_world->services->userId;
        const auto pending = m_world->approvals.pending(user);
        for (const auto &request : pending)
            QVERIFY(m_world->approvals.answer(user, request.id, tools::ApprovalAnswer::Deny));
        QTRY_COMPARE(m_running, 0);
        m_window.reset();
        m_presence.reset();
        m_world.reset();
    }

    void showsWhoWantsToDoWhat()
    {
        QVERIFY(!m_window->isVisible());
        ask({{u"summary"_s, u"<b>Boots</b>"_s}, {u"labels"_s, QJsonArray{u"a"_s, u"b"_s}}});
        QVERIFY(m_window->isVisible());
        QCOMPARE(
            ApprovalWindow::sentence(m_world->approvals.pending(m_world->services->userId).first()),
            u"May Cursor run jira_create_issue?"_s);
        const auto *table = m_window->findChild<QTableWidget *>();
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->item(0, 2)->text(), u"[\"a\",\"b\"]"_s);
        QCOMPARE(table->item(1, 2)->text(), u"<b>Boots</b>"_s);
        QVERIFY(table->isColumnHidden(1));
        QVERIFY(hasLabel(u"Cursor wants to: Create a Jira issue"_s));
    }

    void showsWhatWaitsWhenItIsMade()
    {
        m_window.reset();
        ask({});
        m_window = std::make_unique<ApprovalWindow>(*m_world->services);
        QVERIFY(m_window->isVisible());
        QVERIFY(!m_window->shownId().isEmpty());
    }

    void answersWithAButton_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<tools::Approvals::Standing>("standing");
        QTest::newRow("yes") << u"Allow this call"_s << tools::Approvals::Standing::Approved;
        QTest::newRow("no") << u"Deny"_s << tools::Approvals::Standing::Denied;
    }
    void answersWithAButton()
    {
        QFETCH(QString, text);
        ask({});
        button(text)->click();
        QTRY_VERIFY(m_standing);
        QTEST(*m_standing, "standing");
        QVERIFY(!m_window->isVisible());
    }

    void keepsAYesForGoodWithTheKey()
    {
        ask({});
        button(u"Always allow this tool"_s)->click();
        QTRY_VERIFY(m_standing);
        const auto keys = m_world->keys->list(m_world->services->userId);
        QCOMPARE(keys->first().decisions.value(u"jira_create_issue"_s, tools::ToolDecision::Ask),
                 tools::ToolDecision::Allow);
    }

    void goesThroughTheQuestionsOneByOne()
    {
        ask({{u"summary"_s, u"One"_s}});
        const QString first = m_window->shownId();
        ask({{u"summary"_s, u"Two"_s}});
        QCOMPARE(m_window->shownId(), first);
        QVERIFY(hasLabel(u"1 more question waits."_s) || hasLabel(u"1 more question(s) wait."_s));
        button(u"Deny"_s)->click();
        QVERIFY(m_window->isVisible());
        QVERIFY(m_window->shownId() != first);
    }

    void saysYesToNobodyByAccident()
    {
        ask({});
        QVERIFY(m_window->testAttribute(Qt::WA_ShowWithoutActivating));
        m_window->activateWindow();
        QTest::keyClick(m_window.get(), Qt::Key_Return);
        QVERIFY(!m_standing);
        QCOMPARE(m_world->approvals.pending(m_world->services->userId).size(), 1);
    }

private:
    void ask(const QJsonObject &arguments)
    {
        if (!m_key || m_world->keys->list(m_world->services->userId)->isEmpty())
            m_key = m_world->keys
                        ->create({.userId = m_world->services->userId,
                                  .name = u"Cursor"_s,
                                  .connectionIds = {},
                                  .expiresAt = {}})
                        .value()
                        .key;
        tools::ToolDefinition tool;
        tool.name = u"jira_create_issue"_s;
        tool.title = u"Create a Jira issue"_s;
        tool.effect = tools::ToolEffect::Write;
        tools::ToolCall call;
        call.tool = tool.name;
        call.arguments = arguments;
        call.caller.userId = m_world->services->userId;
        call.caller.keyId = m_key->id;
        call.caller.keyName = m_key->name;
        call.caller.keyPrefix = m_key->prefix;
        call.caller.clientName = u"Cursor"_s;
        m_standing.reset();
        ++m_running;
        QCoro::connect(m_world->approvals.ask(tool, call), this, [this](auto standing) {
            m_standing = standing.value();
            --m_running;
        });
    }

    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        const auto all = m_window->findChildren<QPushButton *>();
        for (QPushButton *each : all) {
            if (each->text().remove(u'&') == text)
                return each;
        }
        return nullptr;
    }

    [[nodiscard]] bool hasLabel(const QString &text) const
    {
        const auto all = m_window->findChildren<QLabel *>();
        return std::any_of(all.begin(), all.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text() == text;
        });
    }

    std::unique_ptr<UiWorld> m_world;
    std::optional<tools::Approvals::Presence> m_presence;
    std::unique_ptr<ApprovalWindow> m_window;
    std::optional<accounts::McpKey> m_key;
    std::optional<tools::Approvals::Standing> m_standing;
    int m_running = 0;
};

QTEST_MAIN(TestApprovalWindow)
#include "tst_approvalwindow.moc"
