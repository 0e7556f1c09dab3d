// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/pages/doctorpage.h"
#include "ui/widgets/findingrow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestDoctorPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        m_page = std::make_unique<DoctorPage>(*m_world->services);
        m_page->show();
    }
    void cleanup() { m_page.reset(); }

    void looksAtNothingUntilItIsAsked()
    {
        QVERIFY(says(u"Does something not work?"_s));
        QVERIFY(m_page->findChildren<FindingRow *>().isEmpty());
    }

    void showsEachFindingWithItsRemedy()
    {
        planAnswers();
        m_world->doctorHttp.plan(
            "HEAD"_ba,
            u"https://company.atlassian.net"_s,
            net::Response{.status = 200, .headers = {{"Date"_ba, dateOf(m_world->clock.now())}}});
        (void)m_world->addConnection(m_world->anna, u"company.atlassian.net"_s);
        m_world->jira->answer =
            failure(ErrorCode::Unauthorized,
                    u"company.atlassian.net refused the token mcp_canary0123456789."_s);
        findButton(*m_page, u"Check now"_s)->click();
        QTRY_VERIFY(findButton(*m_page, u"Check again"_s));
        QVERIFY(says(u"Answers on 127.0.0.1:8080."_s));
        QVERIFY(says(u"Does not answer on [::1]:8080."_s));
        QVERIFY(says(u"It agrees with the services' clocks to 0 seconds."_s));
        QVERIFY(says(u"Reconnect it on the page"_s));
        QVERIFY(says(u"Findings that need you: "_s));

        findButton(*m_page, u"Copy report"_s)->click();
        const QString report = QApplication::clipboard()->text();
        QVERIFY(report.contains("[problem] Connection company.atlassian.net"_L1));
        QVERIFY(!report.contains("canary"_L1));
    }

    void canBeCancelled()
    {
        planAnswers();
        (void)m_world->addConnection(m_world->anna, u"company.atlassian.net"_s);
        m_world->doctorHttp.planHang("HEAD"_ba, u"https://company.atlassian.net"_s);
        m_world->jira->hold();
        findButton(*m_page, u"Check now"_s)->click();
        findButton(*m_page, u"Cancel"_s)->click();
        QTRY_VERIFY(findButton(*m_page, u"Check again"_s));
        QVERIFY(says(u"Cancelled."_s));
    }

    void asksForAFirstConnection()
    {
        planAnswers();
        findButton(*m_page, u"Check now"_s)->click();
        QTRY_VERIFY(findButton(*m_page, u"Check again"_s));
        QVERIFY(says(u"No service is connected."_s));
        planAnswers();
        findButton(*m_page, u"Check again"_s)->click();
        QTRY_VERIFY(findButton(*m_page, u"Check again"_s));
    }

private:
    void planAnswers()
    {
        m_world->doctorHttp.plan("GET"_ba, u"http://127.0.0.1:8080/health"_s, 200, "{}"_ba);
        m_world->doctorHttp.plan("GET"_ba,
                                 u"http://[::1]:8080/health"_s,
                                 failure(ErrorCode::Network, u"Nobody is there."_s));
    }

    static QByteArray dateOf(const QDateTime &time)
    {
        return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
    }

    [[nodiscard]] bool says(const QString &part) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&part](const QLabel *label) {
            return label->isVisible() && label->text().contains(part);
        });
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<DoctorPage> m_page;
};

QTEST_MAIN(TestDoctorPage)
#include "tst_doctorpage.moc"
