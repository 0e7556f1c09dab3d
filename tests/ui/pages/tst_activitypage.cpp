// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/undo/undoing.h"
#include "tests/ui/activityrows.h"
#include "ui/models/activitymodel.h"
#include "ui/pages/activitypage.h"
#include "ui/widgets/activitydetails.h"
#include "ui/widgets/confirmation.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

namespace {

using providers::KeptWrite;
using providers::RestCall;
using providers::UndoKind;

const QJsonObject before{{u"summary"_s, u"Before"_s}};
const QJsonObject after{{u"summary"_s, u"After"_s}};

/** One thing, and how it is put back. */
constexpr UndoKind thing{
    .method = "PUT"_L1,
    .path = "/thing"_L1,
    .says = "It comes back."_L1,
    .reading = [](const KeptWrite &write) -> RestCall { return {.path = write.path}; },
    .state = [](const KeptWrite &, const QJsonObject &now) { return now; },
    .inverse = [](const KeptWrite &write, const QJsonObject &) -> Result<RestCall> {
        return RestCall{.method = "PUT", .path = write.path, .json = write.before};
    }};

QCoro::Task<Result<QByteArray>> answer(QJsonObject *there, RestCall call)
{
    if (call.json)
        *there = *call.json;
    co_return QJsonDocument(*there).toJson();
}

/** What is undone over a world's connections. */
struct UndoParts
{
    explicit UndoParts(UiWorld &world)
        : store(*world.database, *world.vault, world.clock, 7)
        , keeper(store, world.doctorHttp)
        , undoing(store, keeper, *world.connections)
    {}

    undo::UndoStore store;
    undo::WriteKeeper keeper;
    undo::Undoing undoing;
};

/** An entry of a call that made `after` of `before`, whose service has what is `there`. */
void addChange(UiWorld &world, UndoParts &undo, QJsonObject *there)
{
    const auto connection = world.addConnection(world.anna, u"company.atlassian.net"_s);
    undo.keeper.add({.provider = connection.provider,
                     .kinds = std::span(&thing, 1),
                     .shown = [](const QJsonValue &value) { return value.toString(); },
                     .send =
                         [there](const auto &, const auto &, const auto &, RestCall call) {
                             return answer(there, std::move(call));
                         }});
    fairlead::undo::UndoStep step;
    step.callId = u"cal_1"_s;
    step.userId = world.anna;
    step.connectionId = connection.id;
    step.target = u"WEB-1"_s;
    KeptWrite write{.kind = thing.name(), .path = u"/thing"_s, .before = before};
    const auto added = undo.store.add(step, write);
    QVERIFY(added);
    write.after = after;
    QVERIFY(undo.store.settle(*added, write));
    audit::ActivityEntry entry;
    entry.userId = world.anna;
    entry.at = world.clock.now();
    entry.event = audit::event::toolCalled;
    entry.outcome = audit::outcome::good;
    entry.tool = u"jira_update_issue"_s;
    entry.undoCall = step.callId;
    world.activity->record(entry);
    QVERIFY(world.activity->flush());
}

} // namespace

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

    void putsBackWhatACallChangedOnceThePersonSaysSo()
    {
        QJsonObject there = after;
        UndoParts undo(*m_world);
        addChange(*m_world, undo, &there);
        ActivityPage page(*m_world->services);
        page.offerUndo(undo.store, undo.undoing);
        list(page)->setCurrentIndex(list(page)->model()->index(0, 0));
        findButton(page, u"Undo…"_s)->click();
        QTRY_VERIFY(page.findChild<Confirmation *>());
        auto *asked = page.findChild<Confirmation *>();
        QVERIFY(hasLabel(*asked, u"WEB-1 summary: “After” becomes “Before” again"_s));
        QCOMPARE(there, after);
        findButton(*asked, u"Undo"_s)->click();
        QTRY_VERIFY(
            page.findChild<MessageBar *>()->text().contains(u"jira_update_issue was undone"_s));
        QCOMPARE(there, before);
        QVERIFY(hasLabel(page, u"Undone"_s));
        QVERIFY(!findButton(page, u"Undo…"_s));
    }

    void showsBothWhereItHasChangedSince()
    {
        QJsonObject there{{u"summary"_s, u"By somebody else"_s}};
        UndoParts undo(*m_world);
        addChange(*m_world, undo, &there);
        ActivityPage page(*m_world->services);
        page.offerUndo(undo.store, undo.undoing);
        list(page)->setCurrentIndex(list(page)->model()->index(0, 0));
        findButton(page, u"Undo…"_s)->click();
        QTRY_VERIFY(page.findChild<Confirmation *>());
        auto *asked = page.findChild<Confirmation *>();
        const auto labels = asked->findChildren<QLabel *>();
        const bool hasBoth = std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text().contains(u"now “By somebody else”"_s)
                && label->text().contains(u"kept is “Before”"_s);
        });
        QVERIFY(hasBoth);
        findButton(*asked, u"Undo anyway"_s)->click();
        QTRY_COMPARE(there, before);
    }

    void offersNoUndoWhereNothingWasChanged()
    {
        addEntry(*m_world, u"jira_search"_s);
        ActivityPage page(*m_world->services);
        list(page)->setCurrentIndex(list(page)->model()->index(0, 0));
        QVERIFY(!findButton(page, u"Undo…"_s));
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
