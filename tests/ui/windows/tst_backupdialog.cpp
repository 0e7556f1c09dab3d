// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/widgets/messagebar.h"
#include "ui/windows/backupdialog.h"
#include "ui/windows/restoredialog.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QFile>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

/** Backing up and restoring in the window; with the master key and without. */
class TestBackupDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        m_place = std::make_unique<QTemporaryDir>();
        m_path = m_place->filePath(u"a.backup"_s);
        m_dialog = new BackupDialog(*m_world->services, nullptr);
        m_dialog->show();
    }

    void cleanup()
    {
        delete m_dialog;
        m_world.reset();
    }

    void leavesTheMasterKeyOutUnlessItIsWanted()
    {
        QVERIFY(!withKey()->isChecked());
        QVERIFY(!fields(*m_dialog).first()->isVisible());
        const QSignalSpy written(m_dialog, &BackupDialog::written);
        m_dialog->writeTo(m_path);
        QVERIFY(!findButton(*m_dialog, u"Choose a file and back up…"_s)->isEnabled());
        QTRY_COMPARE(written.count(), 1);
        QTRY_VERIFY(!m_dialog);
        RestoreDialog restore(*m_world->services, m_path, nullptr);
        restore.setAttribute(Qt::WA_DeleteOnClose, false);
        restore.show();
        QTRY_VERIFY(findButton(restore, u"Restore and restart"_s)->isEnabled());
        QVERIFY(!fields(restore).first()->isVisible());
    }

    void wantsAPassphraseThatHolds()
    {
        withKey()->click();
        QVERIFY(fields(*m_dialog).first()->isVisible());
        type(*m_dialog, 0, u"short"_s);
        findButton(*m_dialog, u"Choose a file and back up…"_s)->click();
        QVERIFY(message(*m_dialog).contains(u"at least 12"_s));
        type(*m_dialog, 0, u"correct horse battery"_s);
        findButton(*m_dialog, u"Choose a file and back up…"_s)->click();
        QVERIFY(message(*m_dialog).contains(u"not the same"_s));
        type(*m_dialog, 1, u"correct horse battery"_s);
        QVERIFY(message(*m_dialog).isEmpty());
    }

    void opensTheMasterKeyWithItsPassphraseOnly()
    {
        withKey()->click();
        type(*m_dialog, 0, u"correct horse battery"_s);
        type(*m_dialog, 1, u"correct horse battery"_s);
        m_dialog->writeTo(m_path);
        QTRY_VERIFY(!m_dialog);
        RestoreDialog restore(*m_world->services, m_path, nullptr);
        restore.setAttribute(Qt::WA_DeleteOnClose, false);
        restore.show();
        const QSignalSpy prepared(&restore, &RestoreDialog::prepared);
        QTRY_VERIFY(fields(restore).first()->isVisible());
        type(restore, 0, u"something else"_s);
        findButton(restore, u"Restore and restart"_s)->click();
        QTRY_VERIFY(message(restore).contains(u"not the passphrase"_s));
        type(restore, 0, u"correct horse battery"_s);
        findButton(restore, u"Restore and restart"_s)->click();
        QTRY_COMPARE(prepared.count(), 1);
    }

    void endsBeforeItCloses()
    {
        m_dialog->writeTo(m_path);
        m_dialog->reject();
        QVERIFY(m_dialog->isVisible());
        QTRY_VERIFY(!m_dialog);
        QVERIFY(!QFile::exists(m_path));
    }

    void saysWhereItCannotWrite()
    {
        m_dialog->writeTo(m_place->filePath(u"none/a.backup"_s));
        QTRY_VERIFY(message(*m_dialog).contains(u"none"_s));
        QVERIFY(findButton(*m_dialog, u"Choose a file and back up…"_s)->isEnabled());
    }

private:
    [[nodiscard]] QCheckBox *withKey() const { return m_dialog->findChild<QCheckBox *>(); }
    [[nodiscard]] static QList<QLineEdit *> fields(const QDialog &dialog)
    {
        return dialog.findChildren<QLineEdit *>();
    }
    static void type(const QDialog &dialog, int field, const QString &text)
    {
        fields(dialog).at(field)->setText(text);
    }
    [[nodiscard]] static QString message(const QDialog &dialog)
    {
        return dialog.findChild<MessageBar *>()->text();
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_place;
    QPointer<BackupDialog> m_dialog;
    QString m_path;
};

QTEST_MAIN(TestBackupDialog)
#include "tst_backupdialog.moc"
