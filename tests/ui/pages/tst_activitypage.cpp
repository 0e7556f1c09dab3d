// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/activityrows.h"
#include "ui/models/activitymodel.h"
#include "ui/pages/activitypage.h"
#include "ui/widgets/activitydetails.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestActivityPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<UiWorld>(); }

    void saysWhatWillBeHereUntilSomethingIs()
    {
        const ActivityPage page(*m_world->services);
        QVERIFY(hasLabel(page, u"No program has called yet"_s));
        QVERIFY(!findButton(page, u"Export…"_s)->isEnabled());
        addEntry(*m_world, u"jira_search"_s);
        QVERIFY(!hasLabel(page, u"No program has called yet"_s));
        QVERIFY(list(page)->isVisibleTo(&page));
        QVERIFY(findButton(page, u"Export…"_s)->isEnabled());
    }

    void filtersWhileOneTypes()
    {
        addEntry(*m_world, u"jira_search"_s);
        addEntry(*m_world, u"notion_search"_s, u"network"_s);
        const ActivityPage page(*m_world->services);
        auto *text = page.findChild<QLineEdit *>();
        text->setText(u"jira"_s);
        QTRY_COMPARE(rows(page), 1);
        page.findChild<QComboBox *>()->setCurrentIndex(4);
        QVERIFY(hasLabel(page, u"Nothing fits this filter"_s));
        findButton(page, u"Clear the filter"_s)->click();
        QCOMPARE(rows(page), 2);
        page.findChild<QComboBox *>()->setCurrentIndex(4);
        QCOMPARE(rows(page), 1);
    }

    void showsTheDetailsOfTheSelected()
    {
        m_world->activity->noteRefusedKey(m_world->anna,
                                          {.keyPrefix = u"mcp_00000000"_s,
                                           .client = u"Claude <b>Code</b>"_s,
                                           .reason = u"Make a key in Fairlead."_s});
        QVERIFY(m_world->activity->flush());
        const ActivityPage page(*m_world->services);
        const auto *details = page.findChild<ActivityDetails *>();
        QVERIFY(!details->isVisibleTo(&page));
        list(page)->setCurrentIndex(list(page)->model()->index(0, 0));
        QVERIFY(details->isVisibleTo(&page));
        QVERIFY(hasLabel(*details, u"Wrong key"_s));
        QVERIFY(hasLabel(*details, u"Refused. Make a key in Fairlead."_s));
        QVERIFY(hasLabel(*details, u"Claude <b>Code</b>, with the key mcp_00000000…"_s));
    }

    void keepsSelectionAndPlaceWhenSomethingHappens()
    {
        addManyEntries(*m_world, 1000);
        ActivityPage page(*m_world->services);
        page.resize(800, 500);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        auto *view = list(page);
        view->setCurrentIndex(view->model()->index(60, 0));
        view->scrollTo(view->model()->index(50, 0), QAbstractItemView::PositionAtTop);
        const QString top = textAt(view->indexAt(QPoint(0, 0)));
        const QString chosen = textAt(view->currentIndex());
        QCOMPARE(top, u"tool 950"_s);
        addEntry(*m_world, u"new"_s);
        addEntry(*m_world, u"newer"_s);
        QTRY_COMPARE(textAt(view->indexAt(QPoint(0, 0))), top);
        QCOMPARE(textAt(view->currentIndex()), chosen);
        view->scrollToTop();
        addEntry(*m_world, u"newest"_s);
        QTRY_COMPARE(textAt(view->indexAt(QPoint(0, 0))), u"newest"_s);
        QCOMPARE(textAt(view->currentIndex()), chosen);
    }

    void readsAFewPagesOfAHundredThousandRows()
    {
        addManyEntries(*m_world, 100'000);
        ActivityPage page(*m_world->services);
        page.resize(800, 500);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QVERIFY(rows(page) <= 1000);
        for (int times = 0; times < 3; ++times) {
            list(page)->scrollToBottom();
            QTest::qWait(0);
        }
        QVERIFY(rows(page) <= 3000);
    }

    void writesAFileAndSaysWhere()
    {
        addEntry(*m_world, u"jira_search"_s);
        addEntry(*m_world, u"notion_search"_s);
        ActivityPage page(*m_world->services);
        page.findChild<QLineEdit *>()->setText(u"jira"_s);
        QTRY_COMPARE(rows(page), 1);
        const QString path = m_world->folder.filePath(u"a.csv"_s);
        page.exportTo(path);
        auto *message = page.findChild<MessageBar *>();
        QTRY_VERIFY(message->text().contains(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 2);
        QVERIFY(findButton(page, u"Export…"_s)->isEnabled());
        page.exportTo(m_world->folder.filePath(u"none/a.csv"_s));
        QVERIFY(message->text().contains(u"cannot be written"_s));
    }

    void cancelsAFileUnderWay()
    {
        addManyEntries(*m_world, 5000);
        ActivityPage page(*m_world->services);
        const QString path = m_world->folder.filePath(u"a.csv"_s);
        page.exportTo(path);
        QVERIFY(!findButton(page, u"Export…"_s)->isEnabled());
        findButton(page, u"Cancel"_s)->click();
        QVERIFY(findButton(page, u"Export…"_s)->isEnabled());
        QVERIFY(!findButton(page, u"Cancel"_s));
        QVERIFY(!QFile::exists(path));
    }

private:
    static QTreeView *list(const ActivityPage &page) { return page.findChild<QTreeView *>(); }
    static int rows(const ActivityPage &page) { return list(page)->model()->rowCount(); }
    static QString textAt(const QModelIndex &index)
    {
        return index.siblingAtColumn(ActivityModel::What).data().toString();
    }
    static bool hasLabel(const QWidget &widget, const QString &text)
    {
        const auto labels = widget.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->text() == text && label->isVisibleTo(&widget);
        });
    }

    std::unique_ptr<UiWorld> m_world;
};

QTEST_MAIN(TestActivityPage)
#include "tst_activitypage.moc"
