// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/log.h"

#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

namespace {

Q_LOGGING_CATEGORY(lcTest, "fairlead.test")
Q_LOGGING_CATEGORY(lcRevealing, "qt.network.test")

} // namespace

/** The log belongs to the process, so that it is started once, for all tests. */
class TestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto folder = settings::DataFolder::open(m_home.filePath(u"data"_s));
        QVERIFY(folder);
        m_path = folder->filePath(u"fairlead.log"_s);
        m_testHandler = qInstallMessageHandler(nullptr);
        QVERIFY(platform::startLog(*folder));
    }
    void cleanupTestCase() { qInstallMessageHandler(m_testHandler); }

    void isOursAlone()
    {
        const auto others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(m_path) & others));
    }

    void writesOneLineWhateverIsInIt()
    {
        qCWarning(lcTest).noquote() << u"first\nsecond\x1b[31m"_s;
        const QByteArray line = lastLine();
        QVERIFY(line.contains(" warning fairlead.test: first\\x0asecond\\x1b[31m"));
    }

    void keepsCategoriesThatRevealHeadersOut()
    {
        qCWarning(lcRevealing) << "Authorization: Bearer canary";
        QVERIFY(!bytes(m_path).contains("canary"));
    }

    void followsTheLevel()
    {
        platform::setLogLevel(u"warning"_s);
        qCInfo(lcTest) << "quiet";
        platform::setLogLevel(u"debug"_s);
        qCDebug(lcTest) << "loud";
        platform::setLogLevel(u"info"_s);
        QVERIFY(!bytes(m_path).contains("quiet"));
        QVERIFY(bytes(m_path).contains("loud"));
    }

    void startsAnewWhenItIsLongAndKeepsOneOld()
    {
        const QString line(64 * 1024, u'x');
        for (int count = 0; count < 80; ++count)
            qCInfo(lcTest).noquote() << line;
        constexpr qint64 bound = 3LL * 1024 * 1024;
        QVERIFY(QFileInfo(m_path).size() < bound);
        const QFileInfo old(m_path + u".1"_s);
        QVERIFY(old.exists() && old.size() < bound);
        QVERIFY(!(old.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(!QFileInfo::exists(m_path + u".2"_s));
        isOursAlone();
    }

private:
    static QByteArray bytes(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QByteArray lastLine() const { return bytes(m_path).trimmed().split('\n').last(); }

    QTemporaryDir m_home;
    QString m_path;
    QtMessageHandler m_testHandler = nullptr;
};

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
