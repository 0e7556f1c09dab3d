// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/undo/undoing.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakehttpclient.h"
#include "tests/fakes/stores.h"

#include <QCoroSignal>
#include <QCoroTask>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::undo;
using providers::KeptWrite;
using providers::UndoKind;

namespace {

providers::RestCall reading(const KeptWrite &write)
{
    return {.path = write.path};
}

QJsonObject state(const KeptWrite &, const QJsonObject &thing)
{
    return thing;
}

Result<providers::RestCall> restoring(const KeptWrite &write, const QJsonObject &)
{
    if (write.before.contains("fixed"_L1))
        return failure(ErrorCode::Conflict, u"There is no way back."_s);
    return providers::RestCall{.method = "PUT", .path = write.path, .json = write.before};
}

constexpr std::array kinds{UndoKind{.method = "PUT"_L1,
                                    .path = "/things/{id}"_L1,
                                    .says = "It comes back."_L1,
                                    .reading = reading,
                                    .state = state,
                                    .inverse = restoring},
                           UndoKind{.method = "POST"_L1,
                                    .path = "/things"_L1,
                                    .says = "It goes."_L1,
                                    .begins = UndoKind::Begins::Nothing,
                                    .reading = reading,
                                    .state = state,
                                    .inverse = restoring}};

} // namespace

/** Over a service that keeps things by their paths. */
class TestUndoing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_things.clear();
        m_writes = 0;
        m_folder = std::make_unique<QTemporaryDir>();
        m_stores = std::make_unique<fakes::Stores>(m_folder->path(), m_http, m_clock);
        m_user = m_stores->user();
        m_store = std::make_unique<UndoStore>(*m_stores->database, *m_stores->vault, m_clock, 7);
        m_keeper = std::make_unique<WriteKeeper>(*m_store, m_http);
        providers::UndoRules rules;
        rules.provider = u"jira"_s;
        rules.kinds = kinds;
        rules.shown = [](const QJsonValue &value) { return value.toVariant().toString(); };
        rules.send = [this](const connections::Connection &,
                            const tools::Caller &caller,
                            const CancellationToken &,
                            const providers::RestCall &sent) { return answer(caller, sent); };
        m_keeper->add(rules);
        m_undoing = std::make_unique<Undoing>(*m_store, *m_keeper, *m_stores->connections);
        connections::Connection connection;
        connection.userId = m_user;
        connection.provider = u"jira"_s;
        connection.name = u"a.example"_s;
        connection.site = QUrl(u"https://a.example"_s);
        connection.apiBase = connection.site;
        connection.account = u"mia@a.example"_s;
        m_connection = m_stores->connections->save(connection, Secret("token"_ba)).value();
    }

    void cleanup()
    {
        m_undoing.reset();
        m_keeper.reset();
        m_store.reset();
        m_stores.reset();
    }

    void putsBackWhatWasThere()
    {
        keep(u"/things/1"_s, u"One"_s, u"Two"_s);
        const QSignalSpy undone(m_undoing.get(), &Undoing::undone);
        const auto preview = look();
        QCOMPARE(preview->lines,
                 QList<UndoLine>({{.target = u"ABC-1"_s,
                                   .field = u"name"_s,
                                   .kept = u"One"_s,
                                   .now = u"Two"_s,
                                   .isChanged = false}}));
        QVERIFY(undo());
        QCOMPARE(m_things.value(u"/things/1"_s), named(u"One"_s));
        QCOMPARE(undone.size(), 1);
        QCOMPARE(undo().error().code, ErrorCode::Conflict);
        QCOMPARE(look()->state, UndoState::Done);
    }

    void leavesWhatHasChangedSinceUnlessItIsForced()
    {
        keep(u"/things/1"_s, u"One"_s, u"Two"_s);
        m_things[u"/things/1"_s] = named(u"Three"_s);
        const auto refused = undo();
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(refused.error().message.contains(u"name of ABC-1 changed since"_s));
        QVERIFY(look()->isChanged);
        QVERIFY(undo(UndoForce::Yes));
        QCOMPARE(m_things.value(u"/things/1"_s), named(u"One"_s));
    }

    void countsWhatIsAlreadyBackAsDone()
    {
        keep(u"/things/1"_s, u"One"_s, u"Two"_s);
        m_things[u"/things/1"_s] = named(u"One"_s);
        QVERIFY(undo());
        QCOMPARE(m_writes, 0);
        QCOMPARE(look()->state, UndoState::Done);
    }

    void goesBackThroughAllWritesOfACall()
    {
        keep(u"/things/1"_s, u"One"_s, u"Two"_s);
        keep(u"/things/1"_s, u"Two"_s, u"Three"_s);
        keep(u"/things/2"_s, u"Here"_s, u"There"_s);
        QVERIFY(!look()->isChanged);
        QVERIFY(undo());
        QCOMPARE(m_things.value(u"/things/1"_s), named(u"One"_s));
        QCOMPARE(m_things.value(u"/things/2"_s), named(u"Here"_s));
    }

    void saysHowFarItCameAndGoesOnFromThere()
    {
        keep(u"/things/1"_s, u"One"_s, u"Two"_s);
        keep(u"/things/2"_s, u"Here"_s, u"There"_s);
        m_failingPath = u"/things/1"_s;
        const auto partly = undo();
        QVERIFY(partly.error().message.startsWith(u"Only 1 of 2 changes were undone."_s));
        m_failingPath.clear();
        QVERIFY(undo());
        QCOMPARE(m_things.value(u"/things/1"_s), named(u"One"_s));
        QCOMPARE(m_writes, 2);
    }

    void asksBeforeItOverwritesWhatItDoesNotKnow()
    {
        keep(u"/things/1"_s, u"One"_s, {});
        m_things[u"/things/1"_s] = named(u"Two"_s);
        QVERIFY(look()->isChanged);
        QCOMPARE(undo().error().code, ErrorCode::Conflict);
        QVERIFY(undo(UndoForce::Yes));
        QCOMPARE(m_things.value(u"/things/1"_s), named(u"One"_s));
    }

    void saysWhyItCannot()
    {
        KeptWrite made = write(u"/things"_s, {});
        made.kind = u"POST /things"_s;
        QVERIFY(m_store->add(step(), made));
        QVERIFY(look()->problem.contains(u"what it made is not known"_s));
        QVERIFY(m_stores->connections->remove(m_user, m_connection.id));
        QVERIFY(look()->problem.contains(u"a.example is not there any more"_s));
        QCOMPARE(undo().error().code, ErrorCode::NotFound);
    }

    void putsBackEachOfManyThingsForItself()
    {
        using enum UndoItem::Standing;
        keep(u"/things/1"_s, u"One"_s, u"Two"_s, u"ABC-1"_s);
        keep(u"/things/2"_s, u"Here"_s, u"There"_s, u"ABC-2"_s);
        keep(u"/things/3"_s, u"Red"_s, u"Blue"_s, u"ABC-3"_s);
        m_things[u"/things/2"_s] = named(u"Elsewhere"_s);
        m_failingPath = u"/things/3"_s;
        QCOMPARE(standings(look()->items), (QList{Open, Changed, Open}));
        const QSignalSpy undone(m_undoing.get(), &Undoing::undone);
        const auto partly = undo();
        QVERIFY(partly);
        QCOMPARE(partly->state, UndoState::Open);
        QCOMPARE(standings(partly->items), (QList{Impossible, Changed, Restored}));
        QCOMPARE(partly->items.at(0).problem, u"Not allowed."_s);
        QCOMPARE(partly->items.at(1).problem, u"name of ABC-2 changed since."_s);
        QCOMPARE(undone.size(), 1);
        QCOMPARE(m_things.value(u"/things/1"_s), named(u"One"_s));
        QCOMPARE(m_things.value(u"/things/2"_s), named(u"Elsewhere"_s));
        const auto nothing = undo();
        QCOMPARE(nothing.error().message,
                 u"Nothing was undone. ABC-3: Not allowed. ABC-2: name of ABC-2 changed since."_s);
        m_failingPath.clear();
        const auto all = undo(UndoForce::Yes);
        QVERIFY(all);
        QCOMPARE(standings(all->items), (QList{Restored, Restored, Restored}));
        QCOMPARE(all->state, UndoState::Done);
        QCOMPARE(m_things.value(u"/things/2"_s), named(u"Here"_s));
        QCOMPARE(look()->state, UndoState::Done);
    }

    void saysOfWhichThingsItCannot()
    {
        using enum UndoItem::Standing;
        keep(u"/things/1"_s, u"One"_s, u"Two"_s, u"ABC-1"_s);
        KeptWrite made = write(u"/things"_s, {});
        made.kind = u"POST /things"_s;
        QVERIFY(m_store->add(step(u"ABC-2"_s), made));
        const auto looked = look();
        QCOMPARE(looked->problem, QString());
        QCOMPARE(standings(looked->items), (QList{Impossible, Open}));
        QVERIFY(looked->items.first().problem.contains(u"what it made is not known"_s));
        QCOMPARE(standings(undo()->items), (QList{Impossible, Restored}));
    }

    void saysThatOtherServicesAreNotUndone()
    {
        connections::Connection remote = m_connection;
        remote.id.clear();
        remote.provider = u"mcp"_s;
        remote.name = u"tools.example"_s;
        remote.site = QUrl(u"https://tools.example"_s);
        const auto saved = m_stores->connections->save(remote, Secret("token"_ba));
        QVERIFY(saved);
        const QString why = m_undoing->whyNot(m_user, saved->id, u"tools_change"_s);
        QVERIFY2(why.contains(u"does not know what tools_change changes at tools.example"_s),
                 qPrintable(why));
        QVERIFY(m_undoing->whyNot(m_user, m_connection.id, u"jira_search"_s)
                    .contains(u"it changed nothing"_s));
    }

    void isDoneOnceHoweverOftenItIsAsked()
    {
        keep(u"/things/1"_s, u"One"_s, u"Two"_s);
        m_holdsBack = true;
        auto first = m_undoing->undo(m_user, call, UndoForce::No, {});
        const auto second = undo();
        QVERIFY(second.error().message.contains(u"just now"_s));
        m_holdsBack = false;
        Q_EMIT letGo();
        QVERIFY(QCoro::waitFor(std::move(first)));
        QCOMPARE(m_writes, 1);
    }

    void isNobodyElses()
    {
        keep(u"/things/1"_s, u"One"_s, u"Two"_s);
        const QString ben = m_stores->user(u"Ben"_s);
        QVERIFY(!QCoro::waitFor(m_undoing->undo(ben, call, UndoForce::Yes, {})));
        QCOMPARE(m_things.value(u"/things/1"_s), named(u"Two"_s));
    }

Q_SIGNALS:
    void letGo();

private:
    [[nodiscard]] static QJsonObject named(const QString &name) { return {{u"name"_s, name}}; }

    [[nodiscard]] static KeptWrite write(const QString &path, const QJsonObject &before)
    {
        return {.kind = u"PUT /things/{id}"_s, .path = path, .before = before};
    }

    [[nodiscard]] static QList<UndoItem::Standing> standings(const QList<UndoItem> &items)
    {
        QList<UndoItem::Standing> all;
        for (const UndoItem &item : items)
            all.append(item.standing);
        return all;
    }

    [[nodiscard]] UndoStep step(const QString &target = u"ABC-1"_s) const
    {
        return {.id = {},
                .callId = call,
                .userId = m_user,
                .connectionId = m_connection.id,
                .connectionName = m_connection.name,
                .keyId = {},
                .keyPrefix = {},
                .clientName = {},
                .tool = u"jira_update_issue"_s,
                .target = target};
    }

    /** A write of the call that made `after` of `before`; a null `after`: nobody knows. */
    void keep(const QString &path,
              const QString &before,
              const QString &after,
              const QString &target = u"ABC-1"_s)
    {
        KeptWrite kept = write(path, named(before));
        const auto added = m_store->add(step(target), kept);
        QVERIFY(added);
        if (after.isNull())
            return;
        kept.after = named(after);
        m_things[path] = *kept.after;
        QVERIFY(m_store->settle(*added, kept));
    }

    [[nodiscard]] Result<UndoPreview> look()
    {
        return QCoro::waitFor(m_undoing->look(m_user, call, {}));
    }

    [[nodiscard]] Result<UndoPreview> undo(UndoForce force = UndoForce::No)
    {
        return QCoro::waitFor(m_undoing->undo(m_user, call, force, {}));
    }

    QCoro::Task<Result<QByteArray>> answer(tools::Caller caller, providers::RestCall sent)
    {
        if (caller.userId != m_user)
            co_return failure(ErrorCode::Forbidden, u"Not yours."_s);
        if (m_holdsBack)
            co_await qCoro(this, &TestUndoing::letGo);
        if (sent.method == "PUT" && sent.path == m_failingPath)
            co_return failure(ErrorCode::Forbidden, u"Not allowed."_s);
        if (sent.method == "PUT") {
            ++m_writes;
            m_things[sent.path] = *sent.json;
        }
        co_return QJsonDocument(m_things.value(sent.path)).toJson();
    }

    const QString call = u"cal_1"_s;
    fakes::FakeClock m_clock;
    fakes::FakeHttpClient m_http;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<fakes::Stores> m_stores;
    std::unique_ptr<UndoStore> m_store;
    std::unique_ptr<WriteKeeper> m_keeper;
    std::unique_ptr<Undoing> m_undoing;
    connections::Connection m_connection;
    QHash<QString, QJsonObject> m_things; ///< by path
    QString m_failingPath;
    QString m_user;
    int m_writes = 0;
    bool m_holdsBack = false;
};

QTEST_GUILESS_MAIN(TestUndoing)
#include "tst_undoing.moc"
