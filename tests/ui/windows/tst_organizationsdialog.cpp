// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/widgets/confirmation.h"
#include "ui/widgets/messagebar.h"
#include "ui/windows/organizationsdialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QInputDialog>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;
using accounts::Role;

/** Anna's window; Ben is somebody else on the same host. */
class TestOrganizationsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        m_dialog = new OrganizationsDialog(*m_world->services, nullptr);
        m_dialog->show();
    }

    void cleanup()
    {
        delete m_dialog;
        m_world.reset();
    }

    void hasNothingToDoButToMakeOneAtFirst()
    {
        QVERIFY(button(u"New…"_s)->isEnabled());
        for (const QString &other : {u"Rename…"_s, u"Leave…"_s, u"Invite…"_s, u"Role"_s})
            QVERIFY2(!button(other)->isEnabled(), qPrintable(other));
    }

    void makesRenamesAndDeletesOne()
    {
        type(u"New…"_s, u"Acme"_s);
        QCOMPARE(chosen(), u"Acme (Owner)"_s);
        QCOMPARE(rows(), QStringList{u"Anna|Owner"_s});
        type(u"Rename…"_s, u"Acme & Co"_s);
        QCOMPARE(chosen(), u"Acme & Co (Owner)"_s);
        button(u"Delete…"_s)->click();
        findButton(*m_dialog->findChild<Confirmation *>(), u"Delete"_s)->click();
        QCOMPARE(m_world->organizations->of(m_world->anna)->size(), 0);
        QCOMPARE(chosen(), QString());
    }

    void invitesSomebodyAndChangesTheirRole()
    {
        type(u"New…"_s, u"Acme"_s);
        type(u"Invite…"_s, u"Ben"_s);
        QCOMPARE(rows(), (QStringList{u"Anna|Owner"_s, u"Ben|Invited: Member"_s}));
        const auto waiting = m_world->invitations->to(m_world->ben);
        QVERIFY(m_world->invitations->accept(m_world->ben, waiting->first().id));
        QCOMPARE(rows(), (QStringList{u"Anna|Owner"_s, u"Ben|Member"_s}));
        select(1);
        const auto roles = qobject_cast<QPushButton *>(button(u"Role"_s))->menu()->actions();
        QCOMPARE(roles.size(), 3);
        roles.at(1)->trigger();
        QCOMPARE(rows().last(), u"Ben|Admin"_s);
        select(1);
        button(u"Remove…"_s)->click();
        findButton(*m_dialog->findChild<Confirmation *>(), u"Remove"_s)->click();
        QCOMPARE(rows(), QStringList{u"Anna|Owner"_s});
    }

    void withdrawsAnInvitation()
    {
        type(u"New…"_s, u"Acme"_s);
        type(u"Invite…"_s, u"Ben"_s);
        select(1);
        QVERIFY(!button(u"Role"_s)->isEnabled());
        button(u"Remove…"_s)->click();
        QVERIFY(m_world->invitations->to(m_world->ben)->isEmpty());
    }

    void answersAnInvitation()
    {
        for (const QString &name : {u"Contoso"_s, u"Northwind"_s}) {
            const auto theirs = m_world->organizations->create(m_world->ben, name);
            QVERIFY(
                m_world->invitations->invite(m_world->ben, theirs->id, u"Anna"_s, Role::Member));
        }
        QTRY_COMPARE(invitationButtons(u"Accept"_s).size(), 2);
        invitationButtons(u"Accept"_s).first()->click();
        QTRY_COMPARE(invitationButtons(u"Accept"_s).size(), 1);
        QCOMPARE(rows().size(), 2);
        for (const QString &others : {u"Rename…"_s, u"Delete…"_s, u"Invite…"_s, u"Remove…"_s})
            QVERIFY2(!button(others)->isEnabled(), qPrintable(others));
        invitationButtons(u"Decline"_s).first()->click();
        QVERIFY(invitationButtons(u"Decline"_s).isEmpty());
        button(u"Leave…"_s)->click();
        findButton(*m_dialog->findChild<Confirmation *>(), u"Leave"_s)->click();
        QCOMPARE(m_world->organizations->of(m_world->anna)->size(), 0);
    }

    void saysWhatIsRefused()
    {
        type(u"New…"_s, u"Acme"_s);
        type(u"Invite…"_s, u"Nobody"_s);
        QVERIFY(!m_dialog->findChild<MessageBar *>()->text().isEmpty());
        button(u"Leave…"_s)->click();
        findButton(*m_dialog->findChild<Confirmation *>(), u"Leave"_s)->click();
        QCOMPARE(rows(), QStringList{u"Anna|Owner"_s}); // somebody has to own it
    }

private:
    [[nodiscard]] QAbstractButton *button(const QString &text) const
    {
        return findButton(*m_dialog, text);
    }

    [[nodiscard]] QList<QAbstractButton *> invitationButtons(const QString &text) const
    {
        QList<QAbstractButton *> found = m_dialog->findChildren<QAbstractButton *>();
        found.removeIf([&](const QAbstractButton *each) {
            return each->isHidden() || !each->isVisible() || each->text().remove(u'&') != text;
        });
        return found;
    }

    /** Answers what a button asks for. */
    void type(const QString &name, const QString &text)
    {
        button(name)->click();
        const QPointer<QInputDialog> question = m_dialog->findChild<QInputDialog *>();
        QVERIFY(question);
        question->setTextValue(text);
        question->accept();
        delete question;
    }

    [[nodiscard]] QString chosen() const
    {
        return m_dialog->findChild<QComboBox *>()->currentText();
    }

    [[nodiscard]] QTreeView *list() const { return m_dialog->findChild<QTreeView *>(); }

    void select(int row) { list()->setCurrentIndex(list()->model()->index(row, 0)); }

    /** "Anna|Owner" */
    [[nodiscard]] QStringList rows() const
    {
        QStringList all;
        const QAbstractItemModel *model = list()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            all.append(model->index(row, 0).data().toString() + u'|'
                       + model->index(row, 2).data().toString());
        return all;
    }

    std::unique_ptr<UiWorld> m_world;
    QPointer<OrganizationsDialog> m_dialog;
};

QTEST_MAIN(TestOrganizationsDialog)
#include "tst_organizationsdialog.moc"
