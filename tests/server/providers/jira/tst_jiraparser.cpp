// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiraerrors.h"
#include "server/providers/jira/jiraparser.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/metaparser.h"
#include "tests/fakes/golden.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers::jira;

namespace {

QString dump(const ProjectPage &page)
{
    QString text =
        u"start %1, total %2, last %3\n"_s.arg(page.startAt).arg(page.total).arg(page.isLast);
    for (const Project &project : page.projects)
        text += u"%1 | %2 | %3\n"_s.arg(project.id, project.key, project.name);
    return text;
}

QString dump(const IssueTypePage &page)
{
    QString text = u"total %1\n"_s.arg(page.total);
    for (const IssueType &type : page.types)
        text += u"%1 | %2 | subtask %3\n"_s.arg(type.id, type.name).arg(type.isSubtask);
    return text;
}

QString dump(const CreateFieldPage &page)
{
    QString text = u"total %1\n"_s.arg(page.total);
    for (const CreateField &field : page.fields) {
        text += u"%1 | %2 | %3 %4 %5 | required %6 | %7\n"_s.arg(field.id, field.name, field.type)
                    .arg(field.items, field.custom)
                    .arg(field.isRequired)
                    .arg(field.allowedNames.join(u", "_s));
    }
    return text;
}

template<typename Parsed>
QString orError(const Result<Parsed> &parsed, QString (*show)(const Parsed &))
{
    return parsed ? show(*parsed) : u"Error: "_s + parsed.error().message;
}

QString read(const QString &name, const QByteArray &body)
{
    if (name.startsWith("projects"_L1))
        return orError<ProjectPage>(parser::projects(body), dump);
    if (name.startsWith("types"_L1))
        return orError<IssueTypePage>(parser::issueTypes(body), dump);
    if (name.startsWith("fields"_L1))
        return orError<CreateFieldPage>(parser::createFields(body), dump);
    if (name.startsWith("issues"_L1)) {
        return orError<IssuePage>(parser::issues(body), [](const IssuePage &page) {
            return text::searchText(
                {.page = page, .fields = {u"*all"_s}, .total = 153, .isContinued = false});
        });
    }
    if (name.startsWith("comments"_L1)) {
        return orError<CommentPage>(parser::comments(body), [](const CommentPage &page) {
            return text::issueText({.key = u"ABC-1"_s,
                                    .summary = u"Fix login"_s,
                                    .status = {},
                                    .assignee = {},
                                    .description = {},
                                    .others = {}},
                                   QUrl(u"https://company.atlassian.net/browse/ABC-1"_s),
                                   page);
        });
    }
    return orError<Issue>(parser::issue(body), [](const Issue &issue) {
        return text::issueText(issue, QUrl(u"https://company.atlassian.net/browse/X"_s), {});
    });
}

} // namespace

class TestJiraParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnswers_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *const name : {"comments",
                                       "comments-documented",
                                       "fields-documented",
                                       "fields-required",
                                       "issue-cloud",
                                       "issue-documented",
                                       "issues-documented",
                                       "issues-paged",
                                       "projects-documented",
                                       "types",
                                       "types-documented"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void readsAnswers()
    {
        QFETCH(QString, name);
        const QByteArray body = fakes::testData(u"jira/%1.json"_s.arg(name));
        const QString diff =
            fakes::goldenDiff(u"jira/%1.txt"_s.arg(name), read(name, body) + u'\n');
        QVERIFY2(diff.isEmpty(), qPrintable(diff));
    }

    void refusesWhatIsNoAnswerOfJira_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("HTML") << "<html><body>Sign in</body></html>"_ba;
        QTest::newRow("text") << "OK"_ba;
        QTest::newRow("list") << "[]"_ba;
        QTest::newRow("other JSON") << "{\"status\":\"ok\"}"_ba;
        QTest::newRow("cut") << "{\"issues\":[{\"key\":\"ABC-1\",\"fields\":{\"summ"_ba;
        QTest::newRow("wrong types")
            << "{\"issues\":{},\"values\":1,\"permissions\":[],\"count\":\"x\","
               "\"key\":7,\"id\":{},\"comments\":\"\",\"fields\":[],"
               "\"issueTypes\":null,\"accountId\":5,\"cloudId\":[]}"_ba;
        QTest::newRow("not UTF-8") << "{\"key\":\"\xff\xfe\"}"_ba;
        QTest::newRow("deep") << QByteArray(5000, '[');
    }
    void refusesWhatIsNoAnswerOfJira()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!parser::myself(body));
        QVERIFY(!parser::missingPermissions(body));
        QVERIFY(!parser::cloudId(body));
        QVERIFY(!parser::projects(body));
        QVERIFY(!parser::issues(body));
        QVERIFY(!parser::count(body));
        QVERIFY(!parser::issue(body));
        QVERIFY(!parser::comments(body));
        QVERIFY(!parser::commentId(body));
        QVERIFY(!parser::issueTypes(body));
        QVERIFY(!parser::createdKey(body));
        QCOMPARE(parser::issues(body).error().code, ErrorCode::InvalidData);
        (void)parser::createFields(body);
        (void)parser::problem(body);
    }

    void survivesEveryCutOfAnAnswer()
    {
        const QByteArray body = fakes::testData(u"jira/issue-cloud.json"_s).trimmed();
        QVERIFY(parser::issue(body));
        for (qsizetype size = 0; size < body.size(); ++size)
            QVERIFY(!parser::issue(body.first(size)));
    }

    void letsNoPathPassAsAnId()
    {
        QVERIFY(!parser::cloudId("{\"cloudId\":\"../../evil\"}"_ba));
        QVERIFY(!parser::createdKey("{\"key\":\"ABC-1/../x\"}"_ba));
        QVERIFY(!parser::commentId("{\"id\":\"1?x\"}"_ba));
        QVERIFY(!parser::issueTypes("{\"issueTypes\":[{\"id\":\"../1\",\"name\":\"Bug\"}]}"_ba));
        QCOMPARE(parser::cloudId("{\"cloudId\":\"11223344-a1b2-3b33-c444-def123456789\"}"_ba),
                 u"11223344-a1b2-3b33-c444-def123456789"_s);
    }

    void readsErrorBodies()
    {
        const Problem problem = parser::problem(
            "{\"errorMessages\":[\"Bad \\u202ejql\"],\"errors\":{\"summary\":\"is required\"}}"_ba);
        QCOMPARE(problemText(problem), u"Bad jql; summary: is required"_s);
        QVERIFY(!problem.isScope);
        QVERIFY(
            parser::problem("{\"code\":401,\"message\":\"Unauthorized; scope does not match\"}"_ba)
                .isScope);
        QVERIFY(parser::problem("<html>"_ba).isEmpty());
    }

    void namesMissingPermissions()
    {
        const auto missing = parser::missingPermissions(
            "{\"permissions\":{\"BROWSE_PROJECTS\":{\"havePermission\":true},"
            "\"CREATE_ISSUES\":{\"havePermission\":false}}}"_ba);
        QCOMPARE(missing, QStringList{u"CREATE_ISSUES"_s});
    }

    void cutsLongTextsAndSaysHowToGetTheRest()
    {
        const QString text = QString(u"1234567\n"_s).repeated(500);
        QCOMPARE(text::bounded(text, 4000, {}), text);
        const QString cut = text::bounded(text, 1000, u"Ask for less."_s);
        QVERIFY(cut.toUtf8().size() < 1200);
        QVERIFY2(cut.endsWith("[Cut at 999 of 4000 bytes. Ask for less.]"_L1),
                 qPrintable(cut.last(150)));
        const QString oneLine = QString(u"ä"_s).repeated(600);
        QVERIFY(!text::bounded(oneLine, 1001, {}).contains(QChar::ReplacementCharacter));
    }

    void givesNoCursorOverLinesThatItCut()
    {
        IssuePage page;
        for (int i = 1; i <= 100; ++i) {
            page.issues.append({.key = u"ABC-%1"_s.arg(i),
                                .summary = QString(500, u'x'),
                                .status = {},
                                .assignee = {},
                                .description = {},
                                .others = {}});
        }
        page.nextPageToken = u"token"_s;
        const QString text = text::searchText({.page = page, .total = 500, .isContinued = false});
        QVERIFY(text.toUtf8().size() < text::defaultBytes + 500);
        QVERIFY(text.contains("Call again with limit: "_L1));
        QVERIFY(!text.contains("cursor"_L1));
    }

    void putsEachFieldIntoItsColumn_data()
    {
        QTest::addColumn<QStringList>("fields");
        QTest::addColumn<QString>("table");
        QTest::newRow("asked for")
            << QStringList{u"priority"_s, u"labels"_s, u"duedate"_s, u"key2"_s}
            << u"(key  Priority  Labels; none has duedate, key2):\n"
               "ABC-1  High  -\nABC-2  Low  one two\nABC-3  -  -\n"_s;
        QTest::newRow("an own field that only one has")
            << QStringList{u"assignee"_s, u"summary"_s}
            << u"(key  assignee  summary):\nABC-1  -  A\nABC-2  Mia  B\nABC-3  -  C\n"_s;
        QTest::newRow("all of them, as they come")
            << QStringList{u"*all"_s}
            << u"(key  status  summary  Priority  assignee  Labels  description):\n"
               "ABC-1  Done  A  High  -  -  -\nABC-2  -  B  Low  Mia  one two  -\n"
               "ABC-3  -  C  -  -  -  some words\n"_s;
    }

    void putsEachFieldIntoItsColumn()
    {
        QFETCH(const QStringList, fields);
        const FieldValue high{u"priority"_s, u"Priority"_s, u"High"_s};
        const FieldValue low{u"priority"_s, u"Priority"_s, u"Low"_s};
        const FieldValue labels{u"labels"_s, u"Labels"_s, u"one\ntwo"_s};
        IssuePage page;
        page.issues = {{u"ABC-1"_s, u"A"_s, u"Done"_s, {}, {}, {high}},
                       {u"ABC-2"_s, u"B"_s, {}, u"Mia"_s, {}, {labels, low}},
                       {u"ABC-3"_s, u"C"_s, {}, {}, u"some\nwords"_s, {}}};
        QTEST(text::issueTable(page, fields), "table");
    }

    void cutsALongCell()
    {
        const FieldValue longest{u"note"_s, u"Note"_s, QString(300, u'x')};
        IssuePage page;
        page.issues = {{u"ABC-1"_s, u"A"_s, {}, {}, {}, {longest}}};
        QCOMPARE(text::issueTable(page, {u"note"_s}),
                 u"(key  Note):\nABC-1  "_s + QString(199, u'x') + u"…\n"_s);
    }
};

QTEST_GUILESS_MAIN(TestJiraParser)
#include "tst_jiraparser.moc"
