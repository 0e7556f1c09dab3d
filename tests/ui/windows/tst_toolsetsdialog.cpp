// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/windows/toolsetsdialog.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QListWidget>
#include <QPointer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestToolsetsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        accounts::NewMcpKey wanted{.userId = m_world->anna,
                                   .name = u"Cursor"_s,
                                   .connectionIds = {},
                                   .expiresAt = {},
                                   .toolsets = {u"jira_agile"_s}};
        m_key = m_world->keys->create(wanted)->key;
        m_dialog = new ToolsetsDialog(*m_world->services, m_key, nullptr);
        m_dialog->show();
    }

    void cleanup()
    {
        delete m_dialog;
        m_world.reset();
    }

    void showsWhatTheKeyHas()
    {
        QCOMPARE(item(u"jira_agile"_s)->checkState(), Qt::Checked);
        QCOMPARE(item(u"jira_links"_s)->checkState(), Qt::Unchecked);
        QVERIFY(!item(u"todoist"_s));
        QVERIFY(!all()->isChecked());
    }

    void savesWithTheKeyboardAlone()
    {
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Home);
        QTest::keyClick(list(), Qt::Key_Space);
        QTest::keyClick(m_dialog, Qt::Key_Return);
        QCOMPARE(stored(), (QStringList{u"jira_agile"_s, u"jira_issues"_s}));
    }

    void switchesAllOn()
    {
        all()->click();
        QVERIFY(!list()->isEnabled());
        button(u"Save"_s)->click();
        QCOMPARE(stored(), QStringList{u"all"_s});
    }

    void changesNothingWhenCancelled()
    {
        item(u"jira_links"_s)->setCheckState(Qt::Checked);
        button(u"Cancel"_s)->click();
        QCOMPARE(stored(), QStringList{u"jira_agile"_s});
    }

private:
    [[nodiscard]] QListWidget *list() const { return m_dialog->findChild<QListWidget *>(); }
    [[nodiscard]] QCheckBox *all() const { return m_dialog->findChild<QCheckBox *>(); }
    [[nodiscard]] QStringList stored() const
    {
        return m_world->keys->find(m_world->anna, m_key.id)->toolsets;
    }

    [[nodiscard]] QListWidgetItem *item(const QString &toolset) const
    {
        for (int row = 0; row < list()->count(); ++row) {
            if (list()->item(row)->data(Qt::UserRole).toString() == toolset)
                return list()->item(row);
        }
        return nullptr;
    }

    [[nodiscard]] QAbstractButton *button(const QString &text) const
    {
        const auto buttons = m_dialog->findChildren<QAbstractButton *>();
        const auto found = std::ranges::find_if(buttons, [&](const QAbstractButton *candidate) {
            return candidate->text().remove(u'&') == text;
        });
        return found == buttons.end() ? nullptr : *found;
    }

    std::unique_ptr<UiWorld> m_world;
    accounts::McpKey m_key;
    QPointer<ToolsetsDialog> m_dialog;
};

QTEST_MAIN(TestToolsetsDialog)
#include "tst_toolsetsdialog.moc"
