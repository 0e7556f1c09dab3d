// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/pages/settingspage.h"
#include "ui/widgets/folderlist.h"
#include "ui/widgets/messagebar.h"
#include "ui/windows/backupdialog.h"
#include "ui/windows/restoredialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestSettingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        m_page = std::make_unique<SettingsPage>(*m_world->services, m_world->instance);
        m_page->show();
    }
    void cleanup() { m_page.reset(); }

    void writesEachFieldAtOnce()
    {
        field<QSpinBox>(u"Calls at once per key"_s)->setValue(5);
        QCOMPARE(written().maximumCallsPerKey, 5);
        check(u"Accept keys in addresses (?api_key=…)"_s)->click();
        QCOMPARE(written().keyInUrlAllowed, false);
        QCOMPARE(written().maximumCallsPerKey, 5);
    }

    void saysWhatWaitsForTheNextStart()
    {
        QSignalSpy restarts(m_page.get(), &SettingsPage::restartRequested);
        QVERIFY(!findButton(*m_page, u"Restart now"_s));
        field<QSpinBox>(u"Open streams"_s)->setValue(5);
        findButton(*m_page, u"Restart now"_s)->click();
        QCOMPARE(restarts.count(), 1);
        field<QSpinBox>(u"Open streams"_s)->setValue(settings::Settings().maximumStreams);
        QVERIFY(!findButton(*m_page, u"Restart now"_s));
    }

    void theLogLevelWaitsForNothing()
    {
        auto *level = field<QComboBox>(u"Log"_s);
        level->setCurrentIndex(2);
        Q_EMIT level->activated(2);
        QCOMPARE(written().logLevel, u"debug"_s);
        QVERIFY(!findButton(*m_page, u"Restart now"_s));
    }

    void refusesAPortThatIsTaken()
    {
        QTcpServer holder;
        QVERIFY(holder.listen(QHostAddress::LocalHost));
        field<QSpinBox>(u"Port"_s)->setValue(holder.serverPort());
        QVERIFY(says(u"Port %1 is in use"_s.arg(holder.serverPort())));
        QCOMPARE(written().port, 8080);
        field<QSpinBox>(u"Port"_s)->setValue(0);
        QCOMPARE(written().port, 0);
        QVERIFY(!says(u"is in use"_s));
    }

    void keepsAWrongProxyInItsFieldWithASentence()
    {
        auto *kind = field<QComboBox>(u"Proxy"_s);
        auto *address = field<QLineEdit>(u"Address of the proxy"_s);
        kind->setCurrentIndex(2);
        Q_EMIT kind->activated(2);
        address->setText(u"http://ada:secret@proxy.example:3128"_s);
        Q_EMIT address->editingFinished();
        QVERIFY(says(u"without name and password"_s));
        QVERIFY(written().proxy.isEmpty());
        QVERIFY(address->text().contains("ada"_L1));
        address->setText(u"http://proxy.example:3128"_s);
        Q_EMIT address->editingFinished();
        QCOMPARE(written().proxy, u"http://proxy.example:3128"_s);
        QVERIFY(!says(u"without name and password"_s));
        kind->setCurrentIndex(1);
        Q_EMIT kind->activated(1);
        QCOMPARE(written().proxy, u"none"_s);
    }

    void wantsAFileOfCertificatesThatExists()
    {
        auto *path = field<QLineEdit>(u"Certificates"_s);
        path->setText(u"/none/such.pem"_s);
        Q_EMIT path->editingFinished();
        QVERIFY(says(u"There is no such file"_s));
        QVERIFY(written().caFile.isEmpty());
        QFile file(m_world->folder.filePath(u"ca.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        path->setText(file.fileName());
        Q_EMIT path->editingFinished();
        QCOMPARE(written().caFile, file.fileName());
    }

    void startsAtLoginOrSaysWhyNot()
    {
        auto *box = check(u"Start Fairlead when I log in"_s);
        box->click();
        QVERIFY(m_world->startAtLogin.isOn());
        QVERIFY(m_world->startAtLogin.setOn(false));
        QVERIFY(!box->isChecked());
        m_world->startAtLogin.works = false;
        box->click();
        QVERIFY(!box->isChecked());
        QVERIFY(!m_page->findChild<MessageBar *>()->text().isEmpty());
    }

    void addsAndRemovesFolders()
    {
        auto *list = m_page->findChild<FolderList *>();
        auto *rows = list->findChild<QListWidget *>();
        QVERIFY(rows->item(0)->text().startsWith("None"_L1));
        QDir(m_world->folder.path()).mkdir(u"papers"_s);
        const QString papers = QDir(m_world->folder.filePath(u"papers"_s)).canonicalPath();
        list->add(papers);
        QCOMPARE(rows->item(0)->text(), papers);
        QCOMPARE(m_world->folders.folders(), QStringList(papers));
        list->add(u"/"_s);
        QVERIFY(m_page->findChild<MessageBar *>()->text().contains("holds too much"_L1));
        findButton(*m_page, u"Remove folder"_s)->click();
        QVERIFY(m_world->folders.folders().isEmpty());
    }

    void losesNothingWhenTheFileIsBroken()
    {
        QFile file(m_world->settings->path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ broken");
        file.close();
        check(u"Accept keys in addresses (?api_key=…)"_s)->click();
        QVERIFY(m_page->findChild<MessageBar *>()->text().contains("settings.json"_L1));
        QVERIFY(check(u"Accept keys in addresses (?api_key=…)"_s)->isChecked());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "{ broken");
    }

    void writesABackupAndRestoresIt()
    {
        const QTemporaryDir elsewhere;
        const QString path = elsewhere.filePath(u"a.backup"_s);
        findButton(*m_page, u"Back up…"_s)->click();
        m_page->findChild<BackupDialog *>()->writeTo(path);
        QTRY_VERIFY(m_page->findChild<MessageBar *>()->text().contains(path));
        QVERIFY(QFile::exists(path));

        QSignalSpy restarts(m_page.get(), &SettingsPage::restartRequested);
        findButton(*m_page, u"Restore…"_s)->click();
        choose(path);
        auto *question = m_page->findChild<RestoreDialog *>();
        QTRY_VERIFY(findButton(*question, u"Restore and restart"_s)->isEnabled());
        QVERIFY(!QFile::exists(m_world->folder.filePath(u"restore/ready"_s)));
        findButton(*question, u"Restore and restart"_s)->click();
        QTRY_COMPARE(restarts.count(), 1);
        QVERIFY(QFile::exists(m_world->folder.filePath(u"restore/ready"_s)));
    }

    void saysWhyAFileIsNoBackup()
    {
        QFile file(m_world->folder.filePath(u"a.backup"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        findButton(*m_page, u"Restore…"_s)->click();
        choose(file.fileName());
        const auto *dialog = m_page->findChild<RestoreDialog *>();
        QTRY_VERIFY(dialog->findChild<MessageBar *>()->text().contains("nothing has changed"_L1));
        QVERIFY(!findButton(*dialog, u"Restore and restart"_s)->isEnabled());
    }

    void opensTheDataFolder()
    {
        findButton(*m_page, u"Open folder"_s)->click();
        QCOMPARE(m_world->urlOpener.opened.last(),
                 QUrl::fromLocalFile(m_world->instance.dataFolder));
    }

private:
    template<typename Widget>
    [[nodiscard]] Widget *field(const QString &name) const
    {
        const auto widgets = m_page->findChildren<Widget *>();
        for (auto *widget : widgets) {
            if (widget->accessibleName() == name)
                return widget;
        }
        qFatal("no such field: %s", qPrintable(name));
    }

    /** In the dialog that is open. */
    void choose(const QString &path) const
    {
        auto *dialog = m_page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        delete dialog;
    }

    [[nodiscard]] QCheckBox *check(const QString &text) const
    {
        return qobject_cast<QCheckBox *>(findButton(*m_page, text));
    }

    [[nodiscard]] bool says(const QString &part) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&part](const QLabel *label) {
            return label->text().contains(part);
        });
    }

    [[nodiscard]] settings::Settings written() const
    {
        return settings::SettingsFile::read(m_world->settings->path()).value().values();
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<SettingsPage> m_page;
};

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
