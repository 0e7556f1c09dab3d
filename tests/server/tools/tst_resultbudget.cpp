// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/resultbudget.h"
#include "server/tools/toolregistry.h"
#include "tests/fakes/fakeclock.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::tools;

namespace {

constexpr qsizetype budget = 2000;

Caller caller(const QString &key = u"key_1"_s)
{
    Caller caller;
    caller.userId = u"user_1"_s;
    caller.keyId = key;
    return caller;
}

QCoro::Task<Result<ToolResult>> answer(QString text)
{
    co_return ToolResult::fromText(std::move(text));
}

QString lines(int count)
{
    QString text;
    for (int line = 0; line < count; ++line)
        text += u"Line %1 has a wörd or two\n"_s.arg(line);
    return text;
}

/** What two instances have in common. */
class CommonTexts final : public SharedTexts
{
public:
    [[nodiscard]] Result<> put(const QString &id,
                               const QString &owner,
                               const QByteArray &text) override
    {
        texts.insert(id + owner, text);
        return {};
    }
    [[nodiscard]] Result<QByteArray> get(const QString &id, const QString &owner) const override
    {
        if (!texts.contains(id + owner))
            return failure(ErrorCode::NotFound, u"No."_s);
        return texts.value(id + owner);
    }
    QHash<QString, QByteArray> texts;
};

} // namespace

class TestResultBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_registry = std::make_unique<ToolRegistry>();
        m_budget = std::make_unique<ResultBudget>(*m_registry, m_clock, budget);
        m_budget->addTo(*m_registry);
        ToolDefinition definition;
        definition.name = u"long"_s;
        definition.inputSchema = {{u"type"_s, u"object"_s}};
        m_registry->add(definition, [this](const ToolCall &) { return answer(m_text); });
    }

    void leavesAloneWhatFits()
    {
        m_text = QString(budget, u'x');
        QCOMPARE(call(u"long"_s), m_text);
        m_text = QString(budget / 2, u'ö');
        QCOMPARE(call(u"long"_s), m_text);
    }

    void cutsAtALineAndGivesTheRestPieceByPiece()
    {
        m_text = lines(300);
        QString all;
        QString part = call(u"long"_s);
        int parts = 1;
        while (!handleIn(part).isEmpty()) {
            const qsizetype note = part.lastIndexOf(u"[Cut: "_s);
            QVERIFY(part.first(note).toUtf8().size() <= budget);
            QVERIFY(part.first(note).endsWith(u"or two\n"_s));
            all += part.first(note);
            part = readMore(handleIn(part));
            ++parts;
        }
        QCOMPARE(all + part, m_text);
        QVERIFY(parts >= 4);
    }

    void saysHowMuchThereIs()
    {
        m_text = lines(300);
        const QString part = call(u"long"_s);
        QVERIFY(part.contains(u" of %1 bytes."_s.arg(m_text.toUtf8().size())));
    }

    void cutsALineThatIsTooLongBetweenCharacters()
    {
        m_text = QString(budget, u'ö') + u"end"_s;
        const QString part = call(u"long"_s);
        QVERIFY(part.startsWith(QString(budget / 2 - 1, u'ö')));
        QVERIFY(!part.contains(QChar::ReplacementCharacter));
        QString rest = readMore(handleIn(part));
        while (!handleIn(rest).isEmpty())
            rest = readMore(handleIn(rest));
        QVERIFY(rest.endsWith(u"end"_s));
    }

    void givesTheSamePartAgain()
    {
        m_text = lines(300);
        const QString handle = handleIn(call(u"long"_s));
        const QString first = readMore(handle).section(u"[Cut"_s, 0, 0);
        QCOMPARE(readMore(handle).section(u"[Cut"_s, 0, 0), first);
    }

    void keepsAHandleFromOtherKeys()
    {
        m_text = lines(300);
        const QString handle = handleIn(call(u"long"_s));
        const auto stolen = invoke(u"read_more"_s, {{u"handle"_s, handle}}, caller(u"key_2"_s));
        QVERIFY(stolen->isError);
        QVERIFY(stolen->content.first().text.contains(u"nothing under this handle"_s));
    }

    void refusesAHandleThatPointsElsewhere_data()
    {
        QTest::addColumn<QString>("end");
        for (const auto &end : {"", "0", "-1", "fffffff", "7fffffffffffffff", "zz", "8"})
            QTest::newRow(end) << QString::fromLatin1(end);
    }
    void refusesAHandleThatPointsElsewhere()
    {
        QFETCH(QString, end);
        m_text = u"seven: ö"_s + lines(300);
        const QString handle = handleIn(call(u"long"_s)).left(16) + end;
        QVERIFY(readMore(handle).contains(u"nothing under this handle"_s));
    }

    void goesOnWithWhatAnotherInstanceHasBegun()
    {
        CommonTexts common;
        ResultBudget other(*m_registry, m_clock, budget);
        ToolRegistry others;
        other.addTo(others);
        m_budget->share(&common);
        other.share(&common);
        m_text = lines(300);
        const QString handle = handleIn(call(u"long"_s));
        const QString here = readMore(handle);
        const auto there = [&](const QString &key) {
            return QCoro::waitFor(others.invoke({.tool = u"read_more"_s,
                                                 .arguments = {{u"handle"_s, handle}},
                                                 .caller = caller(key),
                                                 .cancellation = {},
                                                 .reportProgress = {}}))
                ->content.first()
                .text;
        };
        QVERIFY(there(u"key_2"_s).contains(u"nothing under this handle"_s));
        QCOMPARE(there(u"key_1"_s), here);
        // From here on it has it itself, and for the same owner alone.
        common.texts.clear();
        QCOMPARE(there(u"key_1"_s), here);
        QVERIFY(there(u"key_2"_s).contains(u"nothing under this handle"_s));
    }

    void forgetsAfterAWhile()
    {
        m_text = lines(300);
        const QString handle = handleIn(call(u"long"_s));
        m_clock.advance(std::chrono::milliseconds(ResultBudget::lifetimeMs + 1));
        QVERIFY(readMore(handle).contains(u"Make the first call again"_s));
    }

    void keepsNoMoreThanItsBound()
    {
        m_text = lines(1000);
        const QString oldest = handleIn(call(u"long"_s));
        const auto calls = ResultBudget::mostKeptBytes / m_text.toUtf8().size() + 1;
        QString newest;
        for (qsizetype made = 0; made < calls; ++made) {
            m_clock.advance(std::chrono::milliseconds(1));
            newest = handleIn(call(u"long"_s));
        }
        QVERIFY(readMore(oldest).contains(u"nothing under this handle"_s));
        QVERIFY(readMore(newest).startsWith(u"Line"_s));
    }

private:
    Result<ToolResult> invoke(const QString &tool,
                              const QJsonObject &arguments,
                              const Caller &caller)
    {
        return QCoro::waitFor(m_budget->invoke({.tool = tool,
                                                .arguments = arguments,
                                                .caller = caller,
                                                .cancellation = {},
                                                .reportProgress = {}}));
    }

    QString call(const QString &tool) { return invoke(tool, {}, caller())->content.first().text; }

    QString readMore(const QString &handle)
    {
        return invoke(u"read_more"_s, {{u"handle"_s, handle}}, caller())->content.first().text;
    }

    static QString handleIn(const QString &text)
    {
        static const QRegularExpression pattern(u"read_more with handle \"([0-9a-f]+)\""_s);
        return pattern.match(text).captured(1);
    }

    fakes::FakeClock m_clock;
    QString m_text;
    std::unique_ptr<ToolRegistry> m_registry;
    std::unique_ptr<ResultBudget> m_budget;
};

QTEST_GUILESS_MAIN(TestResultBudget)
#include "tst_resultbudget.moc"
