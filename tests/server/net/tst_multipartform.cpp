// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/multipartform.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using net::MultipartForm;

namespace {

/** The boundary that a content type names. */
QByteArray boundaryOf(const MultipartForm &form)
{
    const QByteArray type = form.contentType();
    return type.mid(type.indexOf("boundary=") + 9);
}

} // namespace

class TestMultipartForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesFieldsAndFiles()
    {
        MultipartForm form;
        const QByteArray end = boundaryOf(form);
        const QByteArray content("\x89PNG\r\n\0--", 9);
        form.add(u"part_number"_s, "2"_ba);
        form.add(
            {.field = u"file"_s, .name = u"Größe.png"_s, .type = "image/png", .content = content});
        QCOMPARE(
            form.takeBody(),
            "--" + end + "\r\nContent-Disposition: form-data; name=\"part_number\"\r\n\r\n2\r\n--"
                + end
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Gr\xC3\xB6\xC3\x9F"
                  "e.png\"\r\nContent-Type: image/png\r\n\r\n"
                + content + "\r\n--" + end + "--\r\n");
    }

    void letsNoNameEndItsHeader_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("quote") << u"a\"b"_s << "a%22b"_ba;
        QTest::newRow("line ends") << u"a\r\nX: 1\r\n\r\n"_s << "a%0D%0AX: 1%0D%0A%0D%0A"_ba;
        QTest::newRow("backslash") << u"a\\b"_s << "a\\b"_ba;
        QTest::newRow("percent") << u"100%22"_s << "100%22"_ba;
    }
    void letsNoNameEndItsHeader()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, written);
        MultipartForm form;
        form.add({.field = name, .name = name});
        const QByteArray body = form.takeBody();
        QVERIFY2(body.contains("form-data; name=\"" + written + "\"; filename=\"" + written
                               + "\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--"),
                 body.constData());
        MultipartForm plain;
        plain.add(name, "v"_ba);
        QVERIFY(plain.takeBody().contains("form-data; name=\"" + written + "\"\r\n\r\nv\r\n"));
    }

    void hasABoundaryOfItsOwn()
    {
        QVERIFY(MultipartForm().contentType() != MultipartForm().contentType());
        QVERIFY(MultipartForm().contentType().startsWith("multipart/form-data; boundary="));
    }
};

QTEST_GUILESS_MAIN(TestMultipartForm)
#include "tst_multipartform.moc"
