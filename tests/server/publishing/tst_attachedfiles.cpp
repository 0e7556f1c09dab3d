// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/attachedfiles.h"
#include "server/publishing/issueattachments.h"
#include "server/publishing/publishtexts.h"
#include "tests/server/publishing/publishingworld.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::publishing;
using sandbox::FaultRule;
using tests::PublishingWorld;

namespace {

const QString attaching = u"/rest/api/3/issue/*/attachments"_s;

LinkedFile file(const QString &path, qint64 size, qint64 knownBefore = 0)
{
    return {.path = path,
            .name = path.section(u'/', -1),
            .contentHash = "x",
            .size = size,
            .knownBefore = knownBefore};
}

} // namespace

/** Files that go with issues: whatever ends in the middle, each hangs there once in the end. */
class TestAttachedFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<PublishingWorld>();
        m_world->write(u"a.png"_s, "\x89PNG a");
        m_world->write(u"b.png"_s, "\x89PNG bb");
        m_world->write(u"plan.md"_s, "# Plan\n\n![A](a.png) ![B](b.png)\n");
    }

    void attachesEachOnceWhenAnAnswerIsLost()
    {
        m_world->loseAnswer("POST"_ba, attaching);
        const auto first = m_world->published(m_world->request(u"plan.md"_s));
        QCOMPARE(first.attached, QStringList(u"b.png"_s));
        QCOMPARE(missing().size(), 1);
        QVERIFY(missing().first().problem.isEmpty());
        const auto second = m_world->published(m_world->request(u"plan.md"_s));
        QCOMPARE(second.action, PublishAction::None);
        QCOMPARE(second.attached, QStringList(u"a.png"_s));
        QCOMPARE(namesAt(first), QStringList({u"a.png"_s, u"b.png"_s}));
        QVERIFY(missing().isEmpty());
    }

    void attachesWhatACrashLeftOver()
    {
        const auto outcome = leftOver();
        QCOMPARE(m_world->published(m_world->request(u"plan.md"_s)).attached,
                 QStringList(u"c.png"_s));
        QCOMPARE(namesAt(outcome), QStringList({u"a.png"_s, u"b.png"_s, u"c.png"_s}));
        QVERIFY(missing().isEmpty());
    }

    void attachesItAtTheNextStart()
    {
        const auto outcome = leftOver();
        m_world->publisher.finish();
        // Who publishes meanwhile waits, and nothing goes twice.
        QCOMPARE(m_world->published(m_world->request(u"plan.md"_s)).action, PublishAction::None);
        QTRY_VERIFY(missing().isEmpty());
        QCOMPARE(namesAt(outcome), QStringList({u"a.png"_s, u"b.png"_s, u"c.png"_s}));
    }

    void triesAgainUntilItIsDone()
    {
        const auto outcome = leftOver();
        m_world->loseAnswer("POST"_ba, attaching);
        m_world->publisher.finish();
        QTRY_VERIFY(missing().isEmpty());
        QCOMPARE(namesAt(outcome), QStringList({u"a.png"_s, u"b.png"_s, u"c.png"_s}));
    }

    void leavesWhatWasRefusedToThePerson()
    {
        refuse();
        const auto first = m_world->published(m_world->request(u"plan.md"_s));
        QVERIFY(first.attached.isEmpty());
        QCOMPARE(first.notes.size(), 2);
        QCOMPARE(missing().size(), 2);
        QVERIFY(!missing().first().problem.isEmpty());
        QVERIFY(m_world->publications.unfinished()->isEmpty());
        m_world->site.sandbox.faults().clear();
        const auto second = m_world->published(m_world->request(u"plan.md"_s));
        QCOMPARE(second.attached, QStringList({u"a.png"_s, u"b.png"_s}));
        QVERIFY(missing().isEmpty());
    }

    void saysWhatIsMissingInADryRun()
    {
        leftOver();
        PublishRequest request = m_world->request(u"plan.md"_s);
        request.isDryRun = true;
        QCOMPARE(m_world->published(request).notes,
                 QStringList(u"1 file is still to be attached: c.png. Publish the file again to "
                             "try once more."_s));
        QCOMPARE(missing().size(), 1);
    }

    void sendsNoUnchangedPictureAgain()
    {
        const auto first = m_world->published(m_world->request(u"plan.md"_s));
        m_world->write(u"b.png"_s, "\x89PNG cc"); // of the same size
        m_world->write(u"plan.md"_s, "# Plan\n\nMore: ![A](a.png) ![B](b.png)\n");
        PublishRequest request = m_world->request(u"plan.md"_s);
        request.again = Again::Update;
        QCOMPARE(m_world->published(request).attached, QStringList(u"b.png"_s));
        QCOMPARE(namesAt(first), QStringList({u"a.png"_s, u"b.png"_s, u"b.png"_s}));
    }

    void tellsTheNewFileFromTheOldOneOfItsSize()
    {
        const auto first = m_world->published(m_world->request(u"plan.md"_s));
        m_world->write(u"b.png"_s, "\x89PNG cc");
        m_world->write(u"plan.md"_s, "# Plan\n\nMore: ![A](a.png) ![B](b.png)\n");
        PublishRequest request = m_world->request(u"plan.md"_s);
        request.again = Again::Update;
        m_world->loseAnswer("POST"_ba, attaching);
        QVERIFY(m_world->published(request).attached.isEmpty());
        m_world->published(request);
        QCOMPARE(namesAt(first), QStringList({u"a.png"_s, u"b.png"_s, u"b.png"_s}));
        QVERIFY(missing().isEmpty());
    }

    void saysWhenAFileIsGoneThatWasToBeAttached()
    {
        leftOver();
        QVERIFY(QFile::remove(m_world->path(u"c.png"_s)));
        const auto outcome = m_world->published(m_world->request(u"plan.md"_s));
        QVERIFY(outcome.attached.isEmpty());
        QVERIFY(outcome.notes.first().startsWith("c.png was not attached."_L1));
        QVERIFY(m_world->publications.unfinished()->isEmpty());
    }

    void forgetsTheFilesWithTheLink()
    {
        const auto outcome = leftOver();
        tools::Caller caller;
        caller.userId = m_world->site.jira.userId();
        QVERIFY(m_world->publisher.forget(caller, outcome.publication.id));
        QVERIFY(m_world->publications.filesOf(outcome.publication)->isEmpty());
        QVERIFY(m_world->publications.missingFiles(caller.userId)->isEmpty());
    }

    void knowsWhatHangsThereByNumber()
    {
        const QDateTime now = m_world->site.jira.clock().now();
        QList<LinkedFile> files{file(u"/x/map.png"_s, 5), file(u"/y/map.png"_s, 5)};
        const Attachment map{u"map.png"_s, 5};
        noteThoseThere(files, {map, {u"map.png"_s, 6}}, now);
        QVERIFY(files.at(0).attachedAt.isValid() && !files.at(1).attachedAt.isValid());
        noteThoseThere(files, {map}, now);
        QVERIFY(!files.at(1).attachedAt.isValid());
        noteThoseThere(files, {map, map}, now);
        QVERIFY(files.at(1).attachedAt.isValid());
        // What was there before is none of those that were sent.
        QList<LinkedFile> later{file(u"/z/map.png"_s, 5, 2)};
        noteThoseThere(later, {map, map}, now);
        QVERIFY(!later.first().attachedAt.isValid());
    }

    void takesSilenceNotForNothing()
    {
        const QJsonObject silent{{u"fields"_s, QJsonObject()}};
        QCOMPARE(attachmentsIn(silent).error().code, ErrorCode::InvalidData);
        const QJsonObject none{{u"attachment"_s, QJsonArray()}};
        QVERIFY(attachmentsIn({{u"fields"_s, none}})->isEmpty());
    }

    void saysWhatIsMissing()
    {
        QCOMPARE(missingFilesText({}), QString());
        LinkedFile refused = file(u"/x/c.png"_s, 1);
        refused.problem = u"It is too large."_s;
        QCOMPARE(missingFilesText({file(u"/x/a.png"_s, 1), refused, file(u"/x/b.png"_s, 1)}),
                 u"2 files are still to be attached: a.png, b.png. c.png was not attached. It is "
                 "too large. Publish the file again to try once more."_s);
    }

private:
    void refuse()
    {
        FaultRule rule;
        rule.kind = FaultRule::Kind::Status;
        rule.method = "POST"_ba;
        rule.path = attaching;
        rule.status = 413;
        m_world->site.sandbox.faults().add(rule);
    }

    /** plan.md is published, and c.png, which it wants too, not attached yet: as after a crash
     * between the two. */
    PublishOutcome leftOver()
    {
        m_world->write(u"c.png"_s, "\x89PNG ccc");
        auto outcome = m_world->published(m_world->request(u"plan.md"_s));
        auto files = m_world->publications.filesOf(outcome.publication).value();
        LinkedFile added = file(m_world->path(u"c.png"_s), 7);
        files.append(added);
        if (const auto kept = m_world->publications.settle(outcome.publication, files); !kept)
            qFatal("%s", qPrintable(kept.error().message));
        return outcome;
    }

    [[nodiscard]] QList<LinkedFile> missing() { return m_world->list().first().missing; }

    [[nodiscard]] QStringList namesAt(const PublishOutcome &outcome)
    {
        QStringList names;
        for (const auto &attachment : m_world->issue(outcome.publication.issueKey)->attachments)
            names.append(attachment.fileName);
        names.sort();
        return names;
    }

    std::unique_ptr<PublishingWorld> m_world;
};

QTEST_GUILESS_MAIN(TestAttachedFiles)
#include "tst_attachedfiles.moc"
