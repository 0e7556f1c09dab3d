// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/windows/startproblemwindow.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead::ui;

class TestStartProblemWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheSentenceAndItsWaysOut()
    {
        StartProblemWindow window;
        window.showProblem(u"Port 8080 is in use by another program."_s, u"/home/anna/data"_s);
        const auto labels = window.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const auto *label) {
            return label->text() == u"Port 8080 is in use by another program."_s;
        }));
        QSignalSpy retries(&window, &StartProblemWindow::retryRequested);
        QSignalSpy quits(&window, &StartProblemWindow::quitRequested);
        findButton(window, u"Try again"_s)->click();
        findButton(window, u"Quit Fairlead"_s)->click();
        QCOMPARE(retries.count(), 1);
        QCOMPARE(quits.count(), 1);
    }

    void offersOnlyToQuitWhenTryingAgainCannotHelp()
    {
        StartProblemWindow window;
        window.setRetryPossible(false);
        QVERIFY(!findButton(window, u"Try again"_s));
        QVERIFY(findButton(window, u"Quit Fairlead"_s));
    }
};

QTEST_MAIN(TestStartProblemWindow)
#include "tst_startproblemwindow.moc"
