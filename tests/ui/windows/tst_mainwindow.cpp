// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/models/overview.h"
#include "ui/pages/homepage.h"
#include "ui/widgets/tokenform.h"
#include "ui/windows/connectdialog.h"
#include "ui/windows/mainwindow.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QSet>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

namespace {

QString describe(const QWidget &widget)
{
    return QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName();
}

/** What a screen reader could not name among the widgets that take the keyboard's focus. */
QStringList nameless(const QWidget &window)
{
    QStringList found;
    const auto widgets = window.findChildren<QWidget *>();
    for (auto *widget : widgets) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        auto *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).isEmpty())
            found.append(describe(*widget));
    }
    return found;
}

/** Buttons and labels of fields whose mnemonic another one has too. */
QStringList ambiguous(const QWidget &window)
{
    QSet<QString> seen;
    QStringList found;
    const auto look = [&](const QString &text) {
        const QString mnemonic = QKeySequence::mnemonic(text).toString();
        if (!mnemonic.isEmpty() && seen.contains(mnemonic))
            found.append(text);
        seen.insert(mnemonic);
    };
    for (const auto *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            look(button->text());
    }
    for (const auto *label : window.findChildren<QLabel *>()) {
        if (label->isVisible() && label->buddy())
            look(label->text());
    }
    return found;
}

/** The widgets that Tab reaches, starting where the focus is, until it comes round. */
QSet<QWidget *> tabRound(QWidget &window)
{
    QSet<QWidget *> reached;
    for (int step = 0; step < 50; ++step) {
        auto *focus = QApplication::focusWidget();
        if (!focus || reached.contains(focus))
            break;
        reached.insert(focus);
        QTest::keyClick(&window, Qt::Key_Tab);
    }
    return reached;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        m_overview = std::make_unique<Overview>(*m_world->services, m_world->instance);
        m_window = std::make_unique<MainWindow>(*m_world->services, m_world->instance, *m_overview);
        m_window->showPage(MainWindow::Page::Home);
    }

    void makesHomeWhenTheWindowIsOnItsWay()
    {
        MainWindow window(*m_world->services, m_world->instance, *m_overview);
        window.setClosePolicy(ClosePolicy::Minimize);
        window.show();
        QVERIFY(!window.findChild<HomePage *>());
        QTRY_VERIFY(window.findChild<HomePage *>());
        QVERIFY(window.findChild<HomePage *>()->isVisible());
        QVERIFY(findButton(window, u"Quit Fairlead"_s)); // there is no tray
    }

    void cleanup()
    {
        m_window.reset();
        m_overview.reset();
        m_world.reset();
    }

    void changesPagesByKeyboard()
    {
        showWindow();
        for (int page = 0; page < 3; ++page) {
            QTest::keyClick(m_window.get(), Qt::Key(Qt::Key_1 + page), Qt::ControlModifier);
            QCOMPARE(m_window->findChild<QStackedWidget *>()->currentIndex(), page);
        }
    }

    void namesEverythingThatTakesTheFocus_data() { pages(); }

    void namesEverythingThatTakesTheFocus()
    {
        QFETCH(int, page);
        fillWorld();
        m_window->showPage(MainWindow::Page(page));
        showWindow();
        QCOMPARE(nameless(*m_window), QStringList());
    }

    void namesEverythingInTheDialogs()
    {
        showWindow();
        m_window->connectService(u"jira"_s);
        m_window->makeKey(NewKeyDialog::Purpose::Key);
        m_window->makeKey(NewKeyDialog::Purpose::CursorConfiguration);
        const auto dialogs = m_window->findChildren<QDialog *>();
        QCOMPARE(dialogs.size(), 3);
        for (const auto *dialog : dialogs)
            QCOMPARE(nameless(*dialog), QStringList());
        for (const auto &words : {u"Use an API token…"_s, u"Back"_s, u"Enter the app…"_s}) {
            findButton(*dialogs.first(), words)->click();
            QCOMPARE(nameless(*dialogs.first()), QStringList());
            QCOMPARE(ambiguous(*dialogs.first()), QStringList());
        }
        findButton(*dialogs.last(), u"Make key and copy"_s)->click();
        QCOMPARE(nameless(*dialogs.last()), QStringList());
    }

    void reachesEveryButtonByTab_data() { pages(); }

    void reachesEveryButtonByTab()
    {
        QFETCH(int, page);
        fillWorld();
        m_window->showPage(MainWindow::Page(page));
        showWindow();
        m_window->findChild<QListWidget *>()->setFocus();
        const auto reached = tabRound(*m_window);
        const auto buttons = m_window->findChildren<QAbstractButton *>();
        for (auto *button : buttons) {
            if (button->isVisible() && button->isEnabled() && button->focusPolicy() & Qt::TabFocus)
                QVERIFY2(reached.contains(button), qPrintable(button->text()));
        }
    }

    void givesEveryButtonOfAPageItsOwnMnemonic_data() { pages(); }

    void givesEveryButtonOfAPageItsOwnMnemonic()
    {
        QFETCH(int, page);
        fillWorld();
        m_window->setClosePolicy(ClosePolicy::Minimize);
        m_window->showPage(MainWindow::Page(page));
        showWindow();
        QSet<QString> seen;
        const auto buttons = m_window->findChildren<QAbstractButton *>();
        for (const auto *button : buttons) {
            if (!button->isVisible() || button->text().isEmpty())
                continue;
            const QString mnemonic = QKeySequence::mnemonic(button->text()).toString();
            QVERIFY2(!mnemonic.isEmpty(), qPrintable(button->text()));
            QVERIFY2(!seen.contains(mnemonic), qPrintable(button->text()));
            seen.insert(mnemonic);
        }
    }

    void leadsFromSigningInAgainToAFilledDialog()
    {
        const auto connection = m_world->addConnection(m_world->anna, u"company.atlassian.net"_s);
        m_window->showPage(MainWindow::Page::Connections);
        showWindow();
        findButton(*m_window, u"Reconnect…"_s)->click();
        const auto *dialog = m_window->findChild<ConnectDialog *>();
        QVERIFY(dialog);
        const auto *form = dialog->findChild<TokenForm *>();
        QVERIFY(form->isVisible());
        QCOMPARE(form->site(), connection.site.toString());
    }

    void hidesWhenClosedAndMinimisesWithoutATray()
    {
        showWindow();
        m_window->close();
        QVERIFY(!m_window->isVisible());
        m_window->setClosePolicy(ClosePolicy::Minimize);
        showWindow();
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QVERIFY(m_window->isMinimized());
        raiseWindow(*m_window);
        QVERIFY(!m_window->isMinimized());
        QVERIFY(m_window->isVisible());
    }

    void quitsByKeyboard()
    {
        showWindow();
        QSignalSpy quits(m_window.get(), &MainWindow::quitRequested);
        QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
        QCOMPARE(quits.count(), 1);
    }

    void mirrorsItselfForRightToLeft()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        showWindow();
        const auto *side = m_window->findChild<QListWidget *>();
        const int left = side->mapTo(m_window.get(), QPoint(0, 0)).x();
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QVERIFY(left > m_window->width() / 2);
    }

private:
    static void pages()
    {
        QTest::addColumn<int>("page");
        QTest::newRow("home") << 0;
        QTest::newRow("connections") << 1;
        QTest::newRow("keys") << 2;
    }

    void fillWorld()
    {
        (void)m_world->addConnection(m_world->anna, u"company.atlassian.net"_s);
        (void)m_world->addKey(m_world->anna, u"Cursor"_s);
        QCoreApplication::processEvents();
    }

    void showWindow()
    {
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<Overview> m_overview;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
