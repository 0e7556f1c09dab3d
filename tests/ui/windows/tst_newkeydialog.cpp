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
#include <QLineEdit>
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
