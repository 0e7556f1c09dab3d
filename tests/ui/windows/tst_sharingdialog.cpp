// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/widgets/checklist.h"
#include "ui/windows/sharingdialog.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QPointer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;
using accounts::Role;
using connections::Sharing;

/** Anna, who owns an organization in which Ben is a member, shares her connection. */
class TestSharingDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        m_acme = m_world->organizations->create(m_world->anna, u"Acme"_s)->id;
        const auto sent =
            m_world->invitations->invite(m_world->anna, m_acme, u"Ben"_s, Role::Member);
        QVERIFY(m_world->invitations->accept(m_world->ben, sent->id));
        m_world->connections->forgetAccess();
        m_connection = m_world->addConnection(m_world->anna, u"company.atlassian.net"_s);
        open();
    }

    void cleanup()
    {
        delete m_dialog;
        m_world.reset();
    }

    void sharesWithAll()
    {
        QCOMPARE(organizations()->currentText(), u"Acme"_s);
        with()->setCurrentIndex(0);
        findButton(*m_dialog, u"Save"_s)->click();
        const auto usable = m_world->connections->findUsable(m_world->ben, m_connection.id);
        QVERIFY(usable);
        QCOMPARE(usable->organization, u"Acme"_s);
        QCOMPARE(m_world->connections->sharingOf(*usable)->with, Sharing::With::AllMembers);
    }

    void sharesWithSomeAndThenWithOthers()
    {
        with()->setCurrentIndex(2);
        QVERIFY(!findButton(*m_dialog, u"Save"_s)->isEnabled());
        QCOMPARE(members()->count(), 1); // Anna owns it and needs no naming
        members()->item(0)->setCheckState(Qt::Checked);
        findButton(*m_dialog, u"Save"_s)->click();
        const auto shared = m_world->connections->find(m_world->anna, m_connection.id);
        QCOMPARE(m_world->connections->sharingOf(*shared)->userIds, QStringList{m_world->ben});
        m_connection = *shared;
        open();
        QVERIFY(!organizations()->isEnabled()); // it stays there
        QCOMPARE(with()->currentIndex(), 2);
        QCOMPARE(members()->checkedNames(), QStringList{m_world->ben});
        with()->setCurrentIndex(1);
        findButton(*m_dialog, u"Save"_s)->click();
        QVERIFY(!m_world->connections->findUsable(m_world->ben, m_connection.id));
    }

    void changesNothingWhenCancelled()
    {
        findButton(*m_dialog, u"Cancel"_s)->click();
        QVERIFY(m_world->connections->find(m_world->anna, m_connection.id)->isPersonal());
    }

private:
    void open()
    {
        delete m_dialog;
        m_dialog = new SharingDialog(*m_world->services, m_connection, nullptr);
        m_dialog->show();
    }

    [[nodiscard]] QComboBox *organizations() const
    {
        return m_dialog->findChildren<QComboBox *>().first();
    }
    [[nodiscard]] QComboBox *with() const { return m_dialog->findChildren<QComboBox *>().last(); }
    [[nodiscard]] Checklist *members() const { return m_dialog->findChild<Checklist *>(); }

    std::unique_ptr<UiWorld> m_world;
    QString m_acme;
    connections::Connection m_connection;
    QPointer<SharingDialog> m_dialog;
};

QTEST_MAIN(TestSharingDialog)
#include "tst_sharingdialog.moc"
