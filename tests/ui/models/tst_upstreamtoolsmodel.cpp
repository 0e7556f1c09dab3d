// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/scriptedupstream.h"
#include "tests/ui/uiworld.h"
#include "ui/models/connectionfacts.h"
#include "ui/models/overview.h"
#include "ui/models/upstreamtexts.h"
#include "ui/models/upstreamtoolsmodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;
using gateway::ScriptedUpstream;

class TestUpstreamToolsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptedUpstream>();
        m_server->tools = {ScriptedUpstream::tool(u"echo"_s, u"Says it."_s),
                           ScriptedUpstream::tool(u"delete_all"_s, u"Deletes."_s)};
        m_world = std::make_unique<UiWorld>();
        m_id = m_world->addServer(m_server->url(), u"srv"_s).id;
    }

    void cleanup()
    {
        m_world.reset();
        m_server.reset();
    }

    void showsWhatIsInUse()
    {
        const UpstreamToolsModel model(*m_world->services, m_id);
        QCOMPARE(model.rowCount(), 2);
        const int row = model.rowOf(u"delete_all"_s);
        QCOMPARE(text(model, row, UpstreamToolsModel::State), u"In use"_s);
        QCOMPARE(text(model, row, UpstreamToolsModel::Effect), u"Deletes or overwrites"_s);
        QVERIFY(model.definition(row).startsWith("Deletes.\n"_L1));
        QCOMPARE(model.firstWaiting(), -1);
    }

    void switchesAToolOffAndOn()
    {
        UpstreamToolsModel model(*m_world->services, m_id);
        const int row = model.rowOf(u"echo"_s);
        const QModelIndex tick = model.index(row, UpstreamToolsModel::Tool);
        QVERIFY(model.flags(tick).testFlag(Qt::ItemIsUserCheckable));
        QVERIFY(model.setData(tick, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(text(model, row, UpstreamToolsModel::State), u"Switched off"_s);
        QCOMPARE(m_world->upstreams->glance(m_id)->inUse, 1);
        QVERIFY(model.setData(tick, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(m_world->upstreams->glance(m_id)->inUse, 2);
    }

    void hidesWhatHasChangedUntilItIsApproved()
    {
        UpstreamToolsModel model(*m_world->services, m_id);
        m_server->tools = {ScriptedUpstream::tool(u"echo"_s, u"Says it, and more."_s),
                           ScriptedUpstream::tool(u"fresh"_s, u"New."_s)};
        QVERIFY(QCoro::waitFor(m_world->upstreams->refresh(m_id, {})));
        QTRY_COMPARE(model.rowCount(), 3);
        const int changed = model.rowOf(u"echo"_s);
        QCOMPARE(text(model, changed, UpstreamToolsModel::State), u"Changed, hidden"_s);
        QCOMPARE(model.definition(changed).section(u'\n', 0, 1),
                 u"- Says it.\n+ Says it, and more."_s);
        QVERIFY(!model.flags(model.index(changed, 0)).testFlag(Qt::ItemIsUserCheckable));
        QCOMPARE(text(model, model.rowOf(u"fresh"_s), UpstreamToolsModel::State), u"New, hidden"_s);
        // What waits comes first, what is gone last.
        QCOMPARE(text(model, 2, UpstreamToolsModel::State), u"Not offered any more"_s);
        QVERIFY(model.approve(model.rowOf(u"echo"_s)));
        QVERIFY(model.approve(model.rowOf(u"fresh"_s)));
        QCOMPARE(model.firstWaiting(), -1);
        QCOMPARE(m_world->upstreams->glance(m_id)->inUse, 2);
    }

    void approvesOnlyWhatIsShown()
    {
        UpstreamToolsModel model(*m_world->services, m_id);
        offer(u"Harmless."_s);
        QTRY_COMPARE(text(model, 0, UpstreamToolsModel::State), u"Changed, hidden"_s);
        offer(u"Evil."_s); // the model hears of it later
        const auto approved = model.approve(0);
        QCOMPARE(approved.error().code, ErrorCode::Conflict);
        QVERIFY(model.definition(0).contains("Evil."_L1));
    }

    void takesThePersonsWordForWhatAToolDoes()
    {
        UpstreamToolsModel model(*m_world->services, m_id);
        const int row = model.rowOf(u"delete_all"_s);
        QVERIFY(model.setEffect(row, tools::ToolEffect::Read));
        QCOMPARE(text(model, row, UpstreamToolsModel::Effect), u"Reads (as you said)"_s);
        QVERIFY(model.setEffect(row, std::nullopt));
        QCOMPARE(text(model, row, UpstreamToolsModel::Effect), u"Deletes or overwrites"_s);
    }

    void marksTheConnectionAndTheNextStep()
    {
        const auto state = [this] {
            const auto connection = m_world->connections->find(m_world->anna, m_id);
            return factsOf(*connection, *m_world->services).state;
        };
        (void)m_world->addKey(m_world->anna, u"Cursor"_s);
        const Overview overview(*m_world->services, m_world->instance);
        QTRY_COMPARE(overview.nextStep().kind, NextStep::Kind::TryIt);
        offer(u"Quite another."_s);
        QTRY_COMPARE(overview.nextStep().kind, NextStep::Kind::ApproveTools);
        QCOMPARE(overview.nextStep().connectionId, m_id);
        QCOMPARE(overview.nextStep().title, u"Look at the tools of srv"_s);
        QCOMPARE(state(), u"Tools to approve"_s);
        const QStringList health = upstreamHealthLines(*m_world->upstreams->glance(m_id));
        QVERIFY2(health.contains(u"Tools hidden until you approve them: 1."_s),
                 qPrintable(health.join(u'\n')));
        UpstreamToolsModel model(*m_world->services, m_id);
        QVERIFY(model.approve(model.firstWaiting()));
        QTRY_COMPARE(overview.nextStep().kind, NextStep::Kind::TryIt);
        QCOMPARE(state(), u"Connected"_s);
    }

    void isLookedAtByTheDoctor()
    {
        QCOMPARE(finding().verdict, doctor::Verdict::Ok);
        QVERIFY2(finding().text.english().contains("tools in use: 2;"_L1),
                 qPrintable(finding().text.english()));
        offer(u"Quite another."_s);
        QCOMPARE(finding().verdict, doctor::Verdict::Warning);
        QVERIFY(finding().remedy.english().endsWith("fairleadctl upstreams review srv"_L1));
        m_server->instead = [](QTcpSocket &socket, const QJsonObject &) {
            ScriptedUpstream::refuse(socket, "503 Service Unavailable");
            return true;
        };
        QCOMPARE(finding().verdict, doctor::Verdict::Problem);
        QVERIFY(!finding().remedy.isEmpty());
    }

private:
    /** What the doctor says of the server now. */
    doctor::Finding finding()
    {
        const auto checks = m_world->doctor->checks(m_world->anna);
        for (const doctor::Check &check : checks) {
            if (check.title.english() == "Remote server srv"_L1)
                return QCoro::waitFor(check.run({}));
        }
        return {};
    }

    static QString text(const UpstreamToolsModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

    void offer(const QString &description)
    {
        m_server->tools = {ScriptedUpstream::tool(u"echo"_s, description),
                           ScriptedUpstream::tool(u"delete_all"_s, u"Deletes."_s)};
        QVERIFY(QCoro::waitFor(m_world->upstreams->refresh(m_id, {})));
    }

    std::unique_ptr<ScriptedUpstream> m_server;
    std::unique_ptr<UiWorld> m_world;
    QString m_id;
};

QTEST_MAIN(TestUpstreamToolsModel)
#include "tst_upstreamtoolsmodel.moc"
