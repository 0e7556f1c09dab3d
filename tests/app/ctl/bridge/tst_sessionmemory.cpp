// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/sessionmemory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::ctl;

namespace {

RpcLine line(const QByteArray &method, const QByteArray &params = "{}"_ba)
{
    return *RpcLine::parse("{\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + '}');
}

const QJsonObject result{{u"protocolVersion"_s, u"2025-11-25"_s},
                         {u"capabilities"_s,
                          QJsonObject{{u"tools"_s, QJsonObject()},
                                      {u"resources"_s, QJsonObject{{u"listChanged"_s, true}}},
                                      {u"prompts"_s, QJsonObject{{u"listChanged"_s, false}}}}}};

} // namespace

class TestSessionMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replaysWhatTheClientHasSetUp()
    {
        SessionMemory memory;
        QVERIFY(!memory.hasBegun());
        const RpcLine initialize = line("initialize");
        memory.begin(initialize, result);
        QVERIFY(memory.hasBegun() && !memory.isInitialized());
        QCOMPARE(memory.initialize(), initialize.bytes);
        QCOMPARE(memory.revision(), "2025-11-25"_ba);
        QVERIFY(memory.replay().isEmpty() && memory.changes().isEmpty());

        memory.setInitialized("initialized"_ba);
        memory.note(line("logging/setLevel", R"({"level":"info"})"));
        memory.note(line("logging/setLevel", R"({"level":"debug"})"));
        memory.note(line("resources/subscribe", R"({"uri":"a"})"));
        memory.note(line("resources/subscribe", R"({"uri":"b"})"));
        memory.note(line("resources/unsubscribe", R"({"uri":"a"})"));
        memory.note(line("resources/read", R"({"uri":"c"})"));
        const QByteArrayList expected{"initialized"_ba,
                                      line("logging/setLevel", R"({"level":"debug"})").bytes,
                                      line("resources/subscribe", R"({"uri":"b"})").bytes};
        QCOMPARE(memory.replay(), expected);
    }

    void tellsOfToolsAndOfWhatMayChange()
    {
        SessionMemory memory;
        memory.begin(line("initialize"), result);
        memory.setInitialized("initialized"_ba);
        QCOMPARE(memory.changes().size(), 2);
        QVERIFY(memory.changes().at(0).contains("notifications/tools/list_changed"));
        QVERIFY(memory.changes().at(1).contains("notifications/resources/list_changed"));
    }

    void anotherInitializeForgetsTheFirst()
    {
        SessionMemory memory;
        memory.begin(line("initialize"), result);
        memory.setInitialized("initialized"_ba);
        memory.note(line("logging/setLevel"));
        memory.begin(line("initialize"), {});
        QVERIFY(memory.replay().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSessionMemory)
#include "tst_sessionmemory.moc"
