// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/browserwaitview.h"

#include "ui/widgets/clipboard.h"
#include "ui/widgets/typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::ui {
namespace {

constexpr int textWidthInCharacters = 64;

} // namespace

BrowserWaitView::BrowserWaitView(const ServiceGuide &guide, QWidget *parent)
    : QWidget(parent)
    , m_guide(guide)
    , m_title(headingLabel({}, HeadingLevel::Section, this))
    , m_text(bodyLabel({}, this))
    , m_openAgain(new QPushButton(tr("&Open again"), this))
    , m_copy(new QPushButton(tr("Cop&y address"), this))
{
    m_text->setMinimumWidth(m_text->fontMetrics().averageCharWidth() * textWidthInCharacters);
    auto *bar = new QProgressBar(this);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Waiting for the browser"));
    m_openAgain->setToolTip(tr("Opens the page in your browser once more"));
    m_copy->setToolTip(tr("Copies the page's address, to open it in another browser"));
    for (auto *button : {m_openAgain, m_copy})
        button->setAutoDefault(false);
    connect(m_openAgain, &QPushButton::clicked, this, &BrowserWaitView::openAgainRequested);
    // Full, or what is encoded in it would be decoded and another address.
    connect(m_copy, &QPushButton::clicked, this, [this] {
        copyText(QString::fromLatin1(m_url.toEncoded()));
    });

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_openAgain);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(bar);
    column->addLayout(buttons);
    column->addStretch();
}

void BrowserWaitView::showWaiting(const QUrl &url)
{
    m_url = url;
    m_title->setText(tr("Waiting for your browser…"));
    m_text->setText(m_guide.browserSteps);
    m_openAgain->show();
    m_copy->show();
}

void BrowserWaitView::showFetching()
{
    m_url.clear();
    m_title->setText(tr("Back from the browser"));
    //: %1 is the name of a service.
    m_text->setText(tr("Asking %1 what this sign-in can see…").arg(m_guide.name));
    m_openAgain->hide();
    m_copy->hide();
}

} // namespace fairlead::ui
