// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/widgets/messagebar.h"
#include "ui/windows/extensiondialog.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPointer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestExtensionDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        const auto client = m_world->clientConnections->find(u"claude-desktop"_s);
        m_path = m_world->folder.filePath(u"fairlead.mcpb"_s);
        m_dialog = new ExtensionDialog(*m_world->services, *client, nullptr);
        m_dialog->show();
    }

    void cleanup()
    {
        delete m_dialog;
        m_world.reset();
    }

    void savesAndShowsTheKeyOnce()
    {
        QVERIFY(m_world->keys->list(m_world->anna)->isEmpty());
        m_dialog->saveTo(m_path);
        QVERIFY(QFile::exists(m_path));
        const QString key = m_dialog->findChild<QLineEdit *>()->text();
        QVERIFY(m_world->keys->authenticate(key.toUtf8()));
        findButton(*m_dialog, u"Copy key"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), key);
        findButton(*m_dialog, u"Open the extension"_s)->click();
        QCOMPARE(m_world->urlOpener.opened, QList<QUrl>{QUrl::fromLocalFile(m_path)});
        findButton(*m_dialog, u"Close"_s)->click();
        QTRY_VERIFY(!m_dialog);
    }

    void asksBeforeAKeyIsLost()
    {
        m_dialog->saveTo(m_path);
        findButton(*m_dialog, u"Close"_s)->click();
        QVERIFY(m_dialog->isVisible());
        QVERIFY(message().contains(u"not copied"_s));
        findButton(*m_dialog, u"Close"_s)->click();
        QTRY_VERIFY(!m_dialog);
    }

    void saysWhereTheFileIsWhenNothingOpensIt()
    {
        m_dialog->saveTo(m_path);
        m_world->urlOpener.works = false;
        findButton(*m_dialog, u"Open the extension"_s)->click();
        QVERIFY(message().contains(m_path));
    }

    void staysWhereItIsWhenTheFileCannotBeWritten()
    {
        m_dialog->saveTo(m_world->folder.filePath(u"none/fairlead.mcpb"_s));
        QVERIFY(!message().isEmpty());
        QVERIFY(findButton(*m_dialog, u"Save the extension…"_s));
        findButton(*m_dialog, u"Cancel"_s)->click();
        QTRY_VERIFY(!m_dialog);
        QVERIFY(m_world->keys->list(m_world->anna)->isEmpty());
    }

private:
    [[nodiscard]] QString message() const { return m_dialog->findChild<MessageBar *>()->text(); }

    std::unique_ptr<UiWorld> m_world;
    QPointer<ExtensionDialog> m_dialog;
    QString m_path;
};

QTEST_MAIN(TestExtensionDialog)
#include "tst_extensiondialog.moc"
