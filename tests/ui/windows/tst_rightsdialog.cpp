// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/windows/rightsdialog.h"

#include <QAbstractButton>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestRightsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        const accounts::NewMcpKey wanted{.userId = m_world->anna,
                                         .name = u"Reports"_s,
                                         .connectionIds = {},
                                         .expiresAt = {},
                                         .rights = tools::KeyRight::Lease};
        m_key = m_world->keys->create(wanted)->key;
        m_dialog = new RightsDialog(*m_world->services, m_key, nullptr);
        m_dialog->show();
    }

    void cleanup()
    {
        delete m_dialog;
        m_world.reset();
    }

    void showsWhatTheKeyHas()
    {
        QVERIFY(findButton(*m_dialog, u"Let it lease credentials"_s)->isChecked());
        QVERIFY(!findButton(*m_dialog, u"Let it call the services directly"_s)->isChecked());
    }

    void savesWithTheKeyboardAlone()
    {
        findButton(*m_dialog, u"Let it call the services directly"_s)->setFocus();
        QTest::keyClick(findButton(*m_dialog, u"Let it call the services directly"_s),
                        Qt::Key_Space);
        QTest::keyClick(m_dialog, Qt::Key_Return);
        QCOMPARE(stored(), tools::KeyRight::Lease | tools::KeyRight::Proxy);
    }

    void takingTheRightAwayTakesBackWhatIsHeld()
    {
        const QSignalSpy lost(m_world->keys.get(), &accounts::McpKeys::leaseRightLost);
        findButton(*m_dialog, u"Let it lease credentials"_s)->click();
        findButton(*m_dialog, u"Save"_s)->click();
        QCOMPARE(stored(), tools::KeyRights());
        QCOMPARE(lost.count(), 1);
    }

    void changesNothingWhenCancelled()
    {
        findButton(*m_dialog, u"Let it lease credentials"_s)->click();
        findButton(*m_dialog, u"Cancel"_s)->click();
        QCOMPARE(stored(), tools::KeyRights(tools::KeyRight::Lease));
    }

private:
    [[nodiscard]] tools::KeyRights stored() const
    {
        return m_world->keys->find(m_world->anna, m_key.id)->rights;
    }

    std::unique_ptr<UiWorld> m_world;
    accounts::McpKey m_key;
    QPointer<RightsDialog> m_dialog;
};

QTEST_MAIN(TestRightsDialog)
#include "tst_rightsdialog.moc"
