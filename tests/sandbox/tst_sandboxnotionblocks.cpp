// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notiontester.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::sandbox;

namespace {

QJsonObject textBlock(const QString &type, const QString &text, QJsonObject more = {})
{
    more.insert(u"rich_text"_s, NotionTester::richText(text));
    return {{type, more}};
}

QJsonObject append(const QJsonArray &children, const QJsonObject &position = {})
{
    QJsonObject body{{u"children"_s, children}};
    if (!position.isEmpty())
        body.insert(u"position"_s, position);
    return body;
}

/** "type: text" of every block in a list. */
QStringList lines(const QJsonObject &list)
{
    QStringList result;
    for (const auto &block : list["results"_L1].toArray()) {
        const QString type = block["type"_L1].toString();
        QString text = block[type]["title"_L1].toString();
        for (const auto &piece : block[type]["rich_text"_L1].toArray())
            text += piece["plain_text"_L1].toString();
        result.append(type + u": "_s + text);
    }
    return result;
}

} // namespace

/** The pages' content as blocks. */
class TestSandboxNotionBlocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_tester = std::make_unique<NotionTester>();
        m_page = m_tester->page(u"Travel and expenses"_s);
        m_tester->workspace().page(QString::fromLatin1(m_page))->content =
            u"## Rules\nBe **kind**\n- [x] Asked\n- Train\n\t- First class\n```bash\nls\n```"_s;
        m_children = "/v1/blocks/" + m_page + "/children";
    }

    void showsAPagesContentAsBlocks()
    {
        const QJsonObject list = m_tester->read(m_children);
        QCOMPARE(lines(list),
                 QStringList({u"heading_2: Rules"_s,
                              u"paragraph: Be kind"_s,
                              u"to_do: Asked"_s,
                              u"bulleted_list_item: Train"_s,
                              u"code: ls"_s}));
        const QJsonArray blocks = list["results"_L1].toArray();
        QCOMPARE(blocks[2]["to_do"_L1]["checked"_L1], QJsonValue(true));
        QCOMPARE(blocks[3]["has_children"_L1], QJsonValue(true));
        QCOMPARE(blocks[4]["code"_L1]["language"_L1].toString(), u"bash"_s);
        const QByteArray inner = "/v1/blocks/" + blocks[3]["id"_L1].toString().toLatin1();
        QCOMPARE(lines(m_tester->read(inner + "/children")),
                 QStringList(u"bulleted_list_item: First class"_s));
    }

    void keepsIdsWhileTheContentStaysTheSame()
    {
        const QString second = idAt(1);
        QCOMPARE(idAt(1), second);
        const QJsonObject edit{
            {u"type"_s, u"insert_content"_s},
            {u"insert_content"_s,
             QJsonObject{{u"content"_s, u"New"_s},
                         {u"position"_s, QJsonObject{{u"type"_s, u"start"_s}}}}}};
        QCOMPARE(NotionTester::outcome(
                     m_tester->send("PATCH", "/v1/pages/" + m_page + "/markdown", edit)),
                 u"200"_s);
        QVERIFY(idAt(0) != second);
        QCOMPARE(idAt(2), second);
    }

    void appendsWhereItIsTold_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<int>("index");
        QTest::newRow("nowhere in particular") << QString() << 5;
        QTest::newRow("end") << u"end"_s << 5;
        QTest::newRow("start") << u"start"_s << 0;
        QTest::newRow("after the second") << u"after_block"_s << 2;
    }
    void appendsWhereItIsTold()
    {
        QFETCH(QString, where);
        QFETCH(int, index);
        QJsonObject position{{u"type"_s, where}};
        if (where == "after_block"_L1)
            position.insert(u"after_block"_s, QJsonObject{{u"id"_s, idAt(1)}});
        const Response response =
            m_tester->send("PATCH",
                           m_children,
                           append({textBlock(u"to_do"_s, u"Added"_s, {{u"checked"_s, true}})},
                                  where.isEmpty() ? QJsonObject() : position));
        QCOMPARE(NotionTester::outcome(response), u"200"_s);
        QCOMPARE(lines(NotionTester::object(response)), QStringList(u"to_do: Added"_s));
        QCOMPARE(lines(m_tester->read(m_children)).at(index), u"to_do: Added"_s);
        QVERIFY(markdown().contains("- [x] Added"_L1));
    }

    void refusesWrongBlocks_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("complaint");
        QTest::newRow("no children") << QJsonObject() << u"body.children should be defined"_s;
        QTest::newRow("not known") << append({QJsonObject{{u"sparkles"_s, QJsonObject()}}})
                                   << u"body.children[0].paragraph should be defined"_s;
        QTest::newRow("old member")
            << QJsonObject{{u"children"_s, QJsonArray()}, {u"after"_s, u"x"_s}}
            << u"body.after should be not present"_s;
        QTest::newRow("no text") << append({QJsonObject{{u"paragraph"_s, QJsonObject()}}})
                                 << u"body.children[0].paragraph.rich_text should be defined"_s;
        QTest::newRow("no language") << append({textBlock(u"code"_s, u"x"_s)})
                                     << u"body.children[0].code.language should be one of"_s;
        QTest::newRow("member of another type")
            << append({textBlock(u"paragraph"_s, u"x"_s, {{u"checked"_s, true}})})
            << u"body.children[0].paragraph.checked should be not present"_s;
        QTest::newRow("position") << append({textBlock(u"quote"_s, u"x"_s)},
                                            {{u"type"_s, u"middle"_s}})
                                  << u"body.position.type should be"_s;
        QJsonArray many;
        for (int i = 0; i < 101; ++i)
            many.append(textBlock(u"quote"_s, u"x"_s));
        QTest::newRow("too many") << append(many) << u"body.children.length should be"_s;
        QTest::newRow("too long")
            << append({textBlock(u"quote"_s, QString(2001, u'x'))})
            << u"body.children[0].quote.rich_text[0].text.content.length should be"_s;
    }
    void refusesWrongBlocks()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QString, complaint);
        const Response response = m_tester->send("PATCH", m_children, body);
        QCOMPARE(NotionTester::outcome(response), u"400 validation_error"_s);
        QVERIFY2(NotionTester::message(response).contains(complaint),
                 qPrintable(NotionTester::message(response)));
    }

    void putsChildrenOnlyIntoWhatMayHaveThem()
    {
        const QByteArray code = "/v1/blocks/" + idAt(4).toLatin1() + "/children";
        const Response refused =
            m_tester->send("PATCH", code, append({textBlock(u"quote"_s, u"x"_s)}));
        QCOMPARE(NotionTester::outcome(refused), u"400 validation_error"_s);
        const QByteArray item = "/v1/blocks/" + idAt(3).toLatin1() + "/children";
        QCOMPARE(NotionTester::outcome(
                     m_tester->send("PATCH", item, append({textBlock(u"quote"_s, u"Deep"_s)}))),
                 u"200"_s);
        QVERIFY(markdown().contains("\n\t> Deep"_L1));
    }

    void changesOneBlock()
    {
        const QByteArray toDo = "/v1/blocks/" + idAt(2).toLatin1();
        const QJsonObject unchecked{{u"to_do"_s, QJsonObject{{u"checked"_s, false}}}};
        QCOMPARE(NotionTester::outcome(m_tester->send("PATCH", toDo, unchecked)), u"200"_s);
        QVERIFY(markdown().contains("- [ ] Asked"_L1));
        const Response wrong =
            m_tester->send("PATCH", toDo, textBlock(u"paragraph"_s, u"Something"_s));
        QCOMPARE(NotionTester::message(wrong),
                 u"The type of the block is to_do and cannot be changed to paragraph."_s);
        QCOMPARE(NotionTester::outcome(m_tester->send(
                     "PATCH", "/v1/blocks/" + m_page, textBlock(u"paragraph"_s, u"x"_s))),
                 u"400 validation_error"_s);
    }

    void trashesAndRestoresABlock()
    {
        const QByteArray block = "/v1/blocks/" + idAt(1).toLatin1();
        const QJsonObject gone = NotionTester::object(m_tester->send("DELETE", block));
        QCOMPARE(gone["in_trash"_L1], QJsonValue(true));
        QVERIFY(!markdown().contains("kind"_L1));
        QCOMPARE(m_tester->read(block)["in_trash"_L1], QJsonValue(true));
        QCOMPARE(NotionTester::outcome(m_tester->send("DELETE", block)), u"400 validation_error"_s);
        QCOMPARE(NotionTester::outcome(
                     m_tester->send("PATCH", block, QJsonObject{{u"in_trash"_s, false}})),
                 u"200"_s);
        QVERIFY(markdown().endsWith("Be **kind**"_L1));
    }

    void hidesWhatIsNotShared()
    {
        QCOMPARE(NotionTester::outcome(m_tester->get(
                     "/v1/blocks/" + m_tester->page(u"Payroll 2026"_s) + "/children")),
                 u"404 object_not_found"_s);
        m_tester->useToken("ntn_sandbox_readonly");
        QCOMPARE(NotionTester::outcome(
                     m_tester->send("PATCH", m_children, append({textBlock(u"quote"_s, u"x"_s)}))),
                 u"403 restricted_resource"_s);
    }

private:
    [[nodiscard]] QString idAt(qsizetype index)
    {
        return m_tester->read(m_children)["results"_L1][index]["id"_L1].toString();
    }
    [[nodiscard]] QString markdown()
    {
        return m_tester->read("/v1/pages/" + m_page + "/markdown")["markdown"_L1].toString();
    }

    std::unique_ptr<NotionTester> m_tester;
    QByteArray m_page;
    QByteArray m_children;
};

QTEST_GUILESS_MAIN(TestSandboxNotionBlocks)
#include "tst_sandboxnotionblocks.moc"
