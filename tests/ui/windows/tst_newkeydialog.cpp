// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/widgets/messagebar.h"
#include "ui/windows/newkeydialog.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestNewKeyDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        QGuiApplication::clipboard()->clear();
    }

    void cleanup()
    {
        delete m_dialog;
        m_world.reset();
    }

    void needsAName()
    {
        open(NewKeyDialog::Purpose::Key);
        QVERIFY(!button(u"Make key"_s)->isEnabled());
        name()->setText(u"  "_s);
        QVERIFY(!button(u"Make key"_s)->isEnabled());
        name()->setText(u"Laptop"_s);
        QVERIFY(button(u"Make key"_s)->isEnabled());
    }

    void makesTheKeyThatWasAskedFor()
    {
        open(NewKeyDialog::Purpose::Key);
        name()->setText(u"Laptop"_s);
        box(u"Read only"_s)->setCurrentIndex(0);
        box(u"Never"_s)->setCurrentIndex(2);
        button(u"Make key"_s)->click();
        const auto keys = m_world->keys->list(m_world->anna).value();
        QCOMPARE(keys.size(), 1);
        QCOMPARE(keys.first().name, u"Laptop"_s);
        QCOMPARE(keys.first().access, tools::KeyAccess::Read);
        QCOMPARE(keys.first().expiresAt, m_world->clock.now().addDays(30));
        QVERIFY(m_world->keys->list(m_world->ben)->isEmpty());
    }

    void limitsTheKeyToSomeConnections()
    {
        const auto company = m_world->addConnection(m_world->anna, u"company.atlassian.net"_s);
        const auto other = m_world->addConnection(m_world->anna, u"other.atlassian.net"_s);
        open(NewKeyDialog::Purpose::Key);
        name()->setText(u"Laptop"_s);
        QVERIFY(!list(u"Connections"_s)->isVisible());
        box(u"All, those made later too"_s)->setCurrentIndex(1);
        QVERIFY(list(u"Connections"_s)->isVisible());
        button(u"Make key"_s)->click();
        QVERIFY(message().contains(u"at least one connection"_s));
        QVERIFY(m_world->keys->list(m_world->anna)->isEmpty());
        for (auto *item : list(u"Connections"_s)->findItems(other.name, Qt::MatchExactly))
            item->setCheckState(Qt::Checked);
        button(u"Make key"_s)->click();
        QCOMPARE(m_world->keys->list(m_world->anna)->first().connectionIds, QStringList(other.id));
        QVERIFY(other.id != company.id);
    }

    void givesTheToolsetsThatWereTicked_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<QStringList>("toolsets");
        QTest::newRow("none") << 0 << QStringList();
        QTest::newRow("some") << 1 << QStringList(u"jira_agile"_s);
        QTest::newRow("all") << 2 << QStringList(u"all"_s);
    }
    void givesTheToolsetsThatWereTicked()
    {
        QFETCH(const int, choice);
        QFETCH(const QStringList, toolsets);
        open(NewKeyDialog::Purpose::Key);
        name()->setText(u"Laptop"_s);
        QVERIFY(!box(u"All, those made later too"_s)->isEnabled());
        for (auto *item : list(u"Toolsets"_s)->findItems(u"*boards*"_s, Qt::MatchWildcard))
            item->setCheckState(Qt::Checked);
        box(u"The everyday tools"_s)->setCurrentIndex(choice);
        QCOMPARE(list(u"Toolsets"_s)->isVisible(), choice == 1);
        button(u"Make key"_s)->click();
        const auto key = m_world->keys->list(m_world->anna)->first();
        QCOMPARE(key.toolsets, toolsets);
        QCOMPARE(key.rights, tools::KeyRights());
        QVERIFY(key.connectionIds.isEmpty());
    }

    void letsAKeyCallDirectlyOnlyWhenTold()
    {
        open(NewKeyDialog::Purpose::Key);
        name()->setText(u"Script"_s);
        auto *direct = button(u"Let it call the services directly"_s);
        QVERIFY(!direct->isChecked());
        direct->click();
        const auto labels = m_dialog->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"in your name"_s);
        }));
        button(u"Make key"_s)->click();
        QCOMPARE(m_world->keys->list(m_world->anna)->first().rights,
                 tools::KeyRights(tools::KeyRight::Proxy));
    }

    void showsTheKeyOnceAndCopiesIt()
    {
        makeLaptopKey();
        const QByteArray shown = shownKey().toLatin1();
        QVERIFY(shown.startsWith("mcp_"));
        QCOMPARE(m_world->keys->authenticate(shown)->name, u"Laptop"_s);
        button(u"Copy key"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1(shown));
        QVERIFY(message().contains(u"clipboard"_s));
    }

    void copiesTheConfigurationOfTheChosenTransport()
    {
        makeLaptopKey();
        QVERIFY(configuredUrl(m_dialog->findChild<QPlainTextEdit *>()->toPlainText())
                    .endsWith("/mcp"_L1));
        transport()->setCurrentIndex(1);
        button(u"Copy Cursor configuration"_s)->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied, m_dialog->findChild<QPlainTextEdit *>()->toPlainText());
        QCOMPARE(configuredUrl(copied), u"http://127.0.0.1:8080/sse"_s);
        QVERIFY(copied.contains(shownKey()));
    }

    void warnsOnceBeforeAnUncopiedKeyIsLost()
    {
        makeLaptopKey();
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(message().contains(u"not copied"_s));
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(!m_dialog || !m_dialog->isVisible());
    }

    void closesAtOnceAfterTheKeyWasCopied()
    {
        makeLaptopKey();
        button(u"Copy key"_s)->click();
        button(u"Close"_s)->click();
        QVERIFY(!m_dialog || !m_dialog->isVisible());
    }

    void copiesCursorsConfigurationAsSoonAsItsKeyIsMade()
    {
        open(NewKeyDialog::Purpose::CursorConfiguration);
        QCOMPARE(name()->text(), u"Cursor"_s);
        QVERIFY(m_world->keys->list(m_world->anna)->isEmpty());
        button(u"Make key and copy"_s)->click();
        QCOMPARE(configuredUrl(QGuiApplication::clipboard()->text()),
                 u"http://127.0.0.1:8080/mcp"_s);
        QVERIFY(message().contains(u"~/.cursor/mcp.json"_s));
        QCOMPARE(m_world->keys->list(m_world->anna)->size(), 1);
    }

    void asksClipboardManagersToKeepNoCopy()
    {
        makeLaptopKey();
        button(u"Copy key"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s),
                 "secret"_ba);
    }

private:
    void open(NewKeyDialog::Purpose purpose)
    {
        m_dialog = new NewKeyDialog(*m_world->services, m_world->instance, purpose);
        m_dialog->open();
    }

    void makeLaptopKey()
    {
        open(NewKeyDialog::Purpose::Key);
        name()->setText(u"Laptop"_s);
        button(u"Make key"_s)->click();
    }

    static QString configuredUrl(const QString &text)
    {
        const auto root = QJsonDocument::fromJson(text.toUtf8()).object();
        return root[u"mcpServers"_s][u"fairlead"_s][u"url"_s].toString();
    }

    QAbstractButton *button(const QString &text) { return findButton(*m_dialog, text); }
    QString message() { return m_dialog->findChild<MessageBar *>()->text(); }
    QComboBox *transport() { return box(u"Streamable HTTP"_s); }
    QString shownKey() { return lineEdit(true)->text(); }
    QLineEdit *name() { return lineEdit(false); }

    QListWidget *list(const QString &accessibleName)
    {
        const auto lists = m_dialog->findChildren<QListWidget *>();
        const auto found = std::find_if(lists.cbegin(), lists.cend(), [&](auto *one) {
            return one->accessibleName() == accessibleName;
        });
        return found == lists.cend() ? nullptr : *found;
    }

    /** The choice whose first item has this text. */
    QComboBox *box(const QString &firstItem)
    {
        const auto boxes = m_dialog->findChildren<QComboBox *>();
        const auto found = std::find_if(boxes.cbegin(), boxes.cend(), [&firstItem](auto *one) {
            return one->itemText(0) == firstItem;
        });
        return found == boxes.cend() ? nullptr : *found;
    }

    QLineEdit *lineEdit(bool readOnly)
    {
        const auto edits = m_dialog->findChildren<QLineEdit *>();
        const auto found = std::find_if(edits.cbegin(), edits.cend(), [readOnly](auto *edit) {
            return edit->isReadOnly() == readOnly;
        });
        return found == edits.cend() ? nullptr : *found;
    }

    std::unique_ptr<UiWorld> m_world;
    QPointer<NewKeyDialog> m_dialog;
};

QTEST_MAIN(TestNewKeyDialog)
#include "tst_newkeydialog.moc"
