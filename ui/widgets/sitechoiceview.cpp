// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sitechoiceview.h"

#include "server/base/text.h"
#include "ui/widgets/darkpalette.h"
#include "ui/widgets/typography.h"

#include <QCheckBox>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

constexpr int siteNameLimit = 100;
constexpr int rowsWithoutScrolling = 8;

/** On dark ground an empty box has the ground's own colour, and no outline to speak of. */
void makeVisible(QCheckBox &box)
{
    QPalette palette = box.palette();
    if (!isDark(palette))
        return;
    palette.setColor(QPalette::Base, palette.color(QPalette::Button).lighter());
    box.setPalette(palette);
}

} // namespace

SiteChoiceView::SiteChoiceView(QWidget *parent)
    : QWidget(parent)
    , m_area(new QScrollArea(this))
    , m_list(new QWidget(this))
    , m_column(new QVBoxLayout(m_list))
{
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addStretch();
    m_area->setWidget(m_list);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(
        headingLabel(tr("Which sites should Fairlead use?"), HeadingLevel::Section, this));
    column->addWidget(
        bodyLabel(tr("This sign-in opens several. You can connect others later."), this));
    column->addWidget(m_area, 1);
}

void SiteChoiceView::showSites(const QList<providers::SignInSite> &sites)
{
    for (const Row &row : std::as_const(m_rows))
        delete row.box;
    m_rows.clear();
    for (const auto &site : sites) {
        QString text = cleanedLine(site.name, siteNameLimit);
        if (site.isConnected)
            //: %1 is the name of a site.
            text = tr("%1 (connected already)").arg(text);
        // An ampersand in a name from outside is no mnemonic.
        auto *box = new QCheckBox(text.replace(u'&', u"&&"_s), m_list);
        makeVisible(*box);
        box->setChecked(site.isConnected);
        connect(box, &QCheckBox::toggled, this, &SiteChoiceView::edited);
        m_column->insertWidget(static_cast<int>(m_rows.size()), box);
        m_rows.append({.id = site.id, .box = box});
    }
    if (m_rows.size() <= rowsWithoutScrolling)
        m_area->setMinimumHeight(m_list->sizeHint().height());
}

QStringList SiteChoiceView::chosen() const
{
    QStringList ids;
    for (const Row &row : m_rows) {
        if (row.box->isChecked())
            ids.append(row.id);
    }
    return ids;
}

// NOLINTNEXTLINE(readability-make-member-function-const): it moves the cursor
void SiteChoiceView::focusFirst()
{
    if (!m_rows.isEmpty())
        m_rows.first().box->setFocus();
}

} // namespace fairlead::ui
