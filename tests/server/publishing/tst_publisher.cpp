// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/publishing/publishingworld.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::publishing;
using sandbox::FaultRule;
using tests::PublishingWorld;

class TestPublisher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<PublishingWorld>(); }

    void makesAnIssueOfAMarkdownFile()
    {
        m_world->write(u"plan.md"_s, "# Faster *checkout*\n\nOne **click** less.\n");
        const PublishOutcome outcome = m_world->published(m_world->request(u"plan.md"_s));
        QCOMPARE(outcome.action, PublishAction::Create);
        const QString key = outcome.publication.issueKey;
        QCOMPARE(m_world->issue(key)->summary, u"Faster checkout"_s);
        QCOMPARE(m_world->description(key), u"One **click** less."_s);
        QCOMPARE(outcome.publication.issueUrl.path(), u"/browse/"_s + key);
        QVERIFY(m_world->issue(key)->attachments.isEmpty());
    }

    void takesTypeParentAndFields()
    {
        m_world->write(u"story.md"_s, "# A story\n\nText");
        PublishRequest request = m_world->request(u"story.md"_s);
        request.type = u"story"_s;
        request.parent = u"WEB-1"_s;
        request.fields = {{u"Story point estimate"_s, 3}};
        const QString key = m_world->published(request).publication.issueKey;
        QCOMPARE(m_world->issue(key)->typeId, u"10002"_s);
        QCOMPARE(m_world->issue(key)->parentId, m_world->issue(u"WEB-1"_s)->id);
        QCOMPARE(m_world->issue(key)->storyPoints.toDouble(), 3.0);
    }

    void attachesPicturesAndLinksToPublishedFiles()
    {
        m_world->write(u"images/map.png"_s, "\x89PNG");
        m_world->write(u"first.md"_s, "# First\n\nText");
        const auto first = m_world->published(m_world->request(u"first.md"_s)).publication;
        m_world->write(u"second.md"_s,
                       "# Second\n\n![A map](images/map.png), ![](gone.png), [First](first.md) "
                       "and [Third](third.md)\n");
        const PublishOutcome outcome = m_world->published(m_world->request(u"second.md"_s));
        const QString key = outcome.publication.issueKey;
        QCOMPARE(m_world->description(key),
                 u"A map (attached: map.png), gone.png, [First](%1) and Third (third.md)"_s.arg(
                     first.issueUrl.toString()));
        QCOMPARE(m_world->issue(key)->attachments.size(), 1);
        QCOMPARE(m_world->issue(key)->attachments.first().content, "\x89PNG"_ba);
        QCOMPARE(outcome.notes, QStringList(u"The picture gone.png could not be taken along."_s));
    }

    void attachesWhatIsNoText()
    {
        m_world->write(u"data.bin"_s, QByteArray("\0\1\2", 3));
        const PublishOutcome outcome = m_world->published(m_world->request(u"data.bin"_s));
        QCOMPARE(outcome.summary, u"[notes] data.bin"_s);
        QCOMPARE(outcome.attached, QStringList(u"data.bin"_s));
        QCOMPARE(m_world->issue(outcome.publication.issueKey)->attachments.size(), 1);
    }

    void attachesTheOriginalWhenAsked()
    {
        m_world->write(u"log.txt"_s, "one\ntwo\n");
        PublishRequest request = m_world->request(u"log.txt"_s);
        request.attachOriginal = true;
        const PublishOutcome outcome = m_world->published(request);
        QCOMPARE(outcome.attached, QStringList(u"log.txt"_s));
        QCOMPARE(m_world->description(outcome.publication.issueKey), u"```\none\ntwo\n```"_s);
    }

    void cutsATextThatIsTooLongForJira()
    {
        m_world->write(u"long.md"_s, "# Long\n\n" + QByteArray("A line of it.\n").repeated(4000));
        const PublishOutcome outcome = m_world->published(m_world->request(u"long.md"_s));
        QVERIFY(outcome.description.size() < 32'000);
        QVERIFY(outcome.description.endsWith("(The rest is in the attached file long.md.)"_L1));
        QCOMPARE(outcome.attached, QStringList(u"long.md"_s));
    }

    void changesNothingOfAnUnchangedFile()
    {
        m_world->write(u"plan.md"_s, "# Plan\n\nText");
        const auto first = m_world->published(m_world->request(u"plan.md"_s));
        const qsizetype before = m_world->countOfIssues();
        const auto second = m_world->published(m_world->request(u"plan.md"_s));
        QCOMPARE(second.action, PublishAction::None);
        QCOMPARE(second.publication.issueKey, first.publication.issueKey);
        QCOMPARE(m_world->countOfIssues(), before);
    }

    void asksWhatBecomesOfAChangedFile()
    {
        const QString key = publishedAndChanged();
        QCOMPARE(m_world->refusal(m_world->request(u"plan.md"_s)),
                 u"plan.md is published as %1 and has changed since. Say what to do: \"update\" "
                 "the issue, \"comment\" with what changed, or make a \"new\" one."_s.arg(key));
        QCOMPARE(m_world->issue(key)->summary, u"Plan"_s);
    }

    void updatesTheIssue()
    {
        const QString key = publishedAndChanged();
        PublishRequest request = m_world->request(u"plan.md"_s);
        request.project.clear(); // it is known
        request.again = Again::Update;
        QCOMPARE(m_world->published(request).action, PublishAction::Update);
        QCOMPARE(m_world->issue(key)->summary, u"New plan"_s);
        QCOMPARE(m_world->description(key), u"One\n\nThree"_s);
        QCOMPARE(m_world->published(request).action, PublishAction::None);
    }

    void commentsWithWhatChanged()
    {
        const QString key = publishedAndChanged();
        PublishRequest request = m_world->request(u"plan.md"_s);
        request.again = Again::Comment;
        QCOMPARE(m_world->published(request).action, PublishAction::Comment);
        QCOMPARE(m_world->description(key), u"One\n\nTwo"_s);
        const QString comment = m_world->issue(key)
                                    ->comments.last()
                                    .body["content"_L1][1]["content"_L1][0]["text"_L1]
                                    .toString();
        QCOMPARE(comment, u"  One\n  \n- Two\n+ Three"_s);
    }

    void makesOneMoreIssueWhenToldSo()
    {
        const QString key = publishedAndChanged();
        PublishRequest request = m_world->request(u"plan.md"_s);
        request.again = Again::New;
        const auto outcome = m_world->published(request);
        QCOMPARE(outcome.action, PublishAction::Create);
        QVERIFY(outcome.publication.issueKey != key);
        QCOMPARE(m_world->list().size(), 2);
    }

    void keepsTheLinkOfAMovedFile()
    {
        m_world->write(u"plan.md"_s, "# Plan\n\nText");
        const QString key = m_world->published(m_world->request(u"plan.md"_s)).publication.issueKey;
        QVERIFY(QFile::rename(m_world->path(u"plan.md"_s), m_world->path(u"moved.md"_s)));
        const auto outcome = m_world->published(m_world->request(u"moved.md"_s));
        QCOMPARE(outcome.action, PublishAction::None);
        QCOMPARE(outcome.publication.issueKey, key);
        QCOMPARE(m_world->list().first().publication.path, m_world->path(u"moved.md"_s));
    }

    void publishesACopyByItself()
    {
        m_world->write(u"plan.md"_s, "# Plan\n\nText");
        const auto first = m_world->published(m_world->request(u"plan.md"_s));
        m_world->write(u"copy.md"_s, "# Plan\n\nText");
        const auto second = m_world->published(m_world->request(u"copy.md"_s));
        QVERIFY(first.publication.issueKey != second.publication.issueKey);
    }

    void tellsOfADeletedIssue()
    {
        const QString key = publishedAndChanged();
        m_world->site.sandbox.site().removeIssue(m_world->issue(key)->id);
        PublishRequest request = m_world->request(u"plan.md"_s);
        request.again = Again::Update;
        QVERIFY(m_world->refusal(request).startsWith(
            u"%1, as which plan.md was published, is gone"_s.arg(key)));
        QCOMPARE(m_world->list().first().problem,
                 u"%1 is gone, or hidden from this account."_s.arg(key));
    }

    void listsWhatIsPublishedWithItsStatus()
    {
        const QString key = publishedAndChanged();
        const auto files = m_world->list();
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().publication.issueKey, key);
        QCOMPARE(files.first().status, u"To Do"_s);
        QVERIFY(files.first().isFileChanged);
        QVERIFY(QFile::remove(m_world->path(u"plan.md"_s)));
        QVERIFY(!m_world->list().first().isFileThere);
    }

    void triesWithoutDoing()
    {
        m_world->write(u"plan.md"_s, "# Plan\n\nText");
        PublishRequest request = m_world->request(u"plan.md"_s);
        request.isDryRun = true;
        const qsizetype before = m_world->countOfIssues();
        const auto outcome = m_world->published(request);
        QCOMPARE(outcome.action, PublishAction::Create);
        QCOMPARE(outcome.summary, u"Plan"_s);
        QCOMPARE(m_world->countOfIssues(), before);
        QVERIFY(m_world->list().isEmpty());
        request.type = u"Saga"_s;
        QVERIFY(m_world->refusal(request).contains("Saga"_L1));
    }

    void keepsNoLinkOfWhatWasRefused()
    {
        m_world->write(u"bug.md"_s, "# A bug\n\nText");
        PublishRequest request = m_world->request(u"bug.md"_s);
        request.project = u"OPS"_s;
        request.type = u"Bug"_s;
        QVERIFY2(m_world->refusal(request).contains("Severity"_L1),
                 qPrintable(m_world->refusal(request)));
        QVERIFY(m_world->list().isEmpty());
    }

    void saysThatThePersonMayNotCreateIssuesThere()
    {
        m_world->write(u"plan.md"_s, "# Plan\n\nText");
        for (sandbox::JiraProject &project : m_world->site.sandbox.site().projects) {
            project.roles.clear();
            project.defaultRole = sandbox::ProjectRole::Viewer;
        }
        QCOMPARE(m_world->refusal(m_world->request(u"plan.md"_s)),
                 u"You may not create issues in project WEB. Choose another, or ask whoever "
                 "administers it for that right."_s);
        QVERIFY(m_world->list().isEmpty());
    }

    void saysHowLongToWait()
    {
        m_world->write(u"plan.md"_s, "# Plan\n\nText");
        FaultRule rule;
        rule.method = "POST"_ba;
        rule.path = u"/rest/api/3/issue"_s;
        rule.status = 429;
        rule.retryAfter = 600;
        rule.count = 1;
        m_world->site.sandbox.faults().add(rule);
        const qsizetype before = m_world->countOfIssues();
        const QString refusal = m_world->refusal(m_world->request(u"plan.md"_s));
        QVERIFY2(refusal.contains("10 minutes"_L1) || refusal.contains("600"_L1),
                 qPrintable(refusal));
        QVERIFY(m_world->list().isEmpty()); // it is certain that nothing was made
        QCOMPARE(m_world->countOfIssues(), before);
    }

    void findsTheIssueWhoseAnswerWasLost()
    {
        m_world->write(u"plan.md"_s, "# Plan\n\nText");
        m_world->loseAnswer("POST"_ba, u"/rest/api/3/issue"_s);
        const qsizetype before = m_world->countOfIssues();
        const QString refusal = m_world->refusal(m_world->request(u"plan.md"_s));
        QVERIFY2(refusal.contains("It is not known whether plan.md became an issue"_L1),
                 qPrintable(refusal));
        QCOMPARE(m_world->countOfIssues(), before + 1);
        const auto outcome = m_world->published(m_world->request(u"plan.md"_s));
        QCOMPARE(m_world->countOfIssues(), before + 1);
        QCOMPARE(outcome.action, PublishAction::Create);
        QCOMPARE(m_world->issue(outcome.publication.issueKey)->summary, u"Plan"_s);
    }

    void findsItAmongManyOthers()
    {
        m_world->write(u"plan.md"_s, "# Plan\n\nText");
        auto &site = m_world->site.sandbox.site();
        sandbox::JiraIssue other = *m_world->issue(u"WEB-6"_s);
        other.creatorId = site.userByEmail(u"ada@northwind.example"_s)->accountId;
        other.created = site.now();
        for (int number = 0; number < 120; ++number)
            site.addIssue(other);
        m_world->site.sandbox.clock().advance(std::chrono::seconds(1));
        m_world->loseAnswer("POST"_ba, u"/rest/api/3/issue"_s);
        QVERIFY(!m_world->refusal(m_world->request(u"plan.md"_s)).isEmpty());
        const qsizetype before = m_world->countOfIssues();
        QCOMPARE(m_world->published(m_world->request(u"plan.md"_s)).action, PublishAction::Create);
        QCOMPARE(m_world->countOfIssues(), before);
    }

    void makesTheIssueThatWasNeverMade()
    {
        m_world->write(u"plan.md"_s, "# Plan\n\nText");
        FaultRule rule;
        rule.method = "POST"_ba;
        rule.path = u"/rest/api/3/issue"_s;
        rule.kind = FaultRule::Kind::Html;
        rule.count = 1;
        m_world->site.sandbox.faults().add(rule);
        const qsizetype before = m_world->countOfIssues();
        QVERIFY(!m_world->refusal(m_world->request(u"plan.md"_s)).isEmpty());
        QCOMPARE(m_world->list().size(), 1);
        // The clock stands still, as after somebody set it back: it looks no longer for that.
        const auto outcome = m_world->published(m_world->request(u"plan.md"_s));
        QCOMPARE(outcome.action, PublishAction::Create);
        QCOMPARE(m_world->countOfIssues(), before + 1);
        QCOMPARE(m_world->list().size(), 1);
    }

    void makesOneIssueOfAFileThatIsPublishedTwiceAtOnce()
    {
        m_world->write(u"plan.md"_s, "# Plan\n\nText");
        const qsizetype before = m_world->countOfIssues();
        auto first = m_world->publisher.publish(m_world->request(u"plan.md"_s));
        QCOMPARE(m_world->refusal(m_world->request(u"plan.md"_s)),
                 u"plan.md is being published just now."_s);
        QVERIFY(QCoro::waitFor(std::move(first)));
        QCOMPARE(m_world->countOfIssues(), before + 1);
    }

    void looksForNothingInADryRun()
    {
        m_world->write(u"plan.md"_s, "# Plan\n\nText");
        m_world->loseAnswer("POST"_ba, u"/rest/api/3/issue"_s);
        QVERIFY(!m_world->refusal(m_world->request(u"plan.md"_s)).isEmpty());
        PublishRequest request = m_world->request(u"plan.md"_s);
        request.isDryRun = true;
        QCOMPARE(m_world->published(request).action, PublishAction::Create);
        QVERIFY(!m_world->list().first().publication.isSettled());
    }

    void listsTheFilesOfAFolderByAnyOfItsNames()
    {
        m_world->write(u"deep/plan.md"_s, "# Plan\n\nText");
        m_world->published(m_world->request(u"deep/plan.md"_s));
        tools::Caller caller;
        caller.userId = m_world->site.jira.userId();
        for (const QString &folder : {m_world->path(u"deep"_s), u"deep"_s, u"./deep/"_s}) {
            const auto files = QCoro::waitFor(m_world->publisher.list(caller, folder, false, {}));
            QVERIFY(files);
            QCOMPARE(files->size(), 1);
        }
    }

    void refusesFilesOutsideOfTheFolders()
    {
        PublishRequest request = m_world->request(u"plan.md"_s);
        request.path = u"/etc/hostname"_s;
        QVERIFY(m_world->refusal(request).startsWith("/etc/hostname is not in a folder"_L1));
    }

    void hidesTheLinksOfOtherUsers()
    {
        m_world->write(u"plan.md"_s, "# Plan\n\nText");
        const auto outcome = m_world->published(m_world->request(u"plan.md"_s));
        tools::Caller other;
        other.userId = u"usr_other"_s;
        const auto files = QCoro::waitFor(m_world->publisher.list(other, {}, false, {}));
        QVERIFY(files && files->isEmpty());
        const auto forgotten = m_world->publisher.forget(other, outcome.publication.id);
        QVERIFY(!forgotten);
        QCOMPARE(forgotten.error().code, ErrorCode::NotFound);
        QCOMPARE(m_world->list().size(), 1);
    }

private:
    /** The key of the issue that plan.md became before it was changed. */
    QString publishedAndChanged()
    {
        m_world->write(u"plan.md"_s, "# Plan\n\nOne\n\nTwo");
        const auto outcome = m_world->published(m_world->request(u"plan.md"_s));
        m_world->write(u"plan.md"_s, "# New plan\n\nOne\n\nThree");
        return outcome.publication.issueKey;
    }

    std::unique_ptr<PublishingWorld> m_world;
};

QTEST_GUILESS_MAIN(TestPublisher)
#include "tst_publisher.moc"
