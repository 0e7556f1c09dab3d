// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/publishdialog.h"

#include "ui/models/publishrun.h"
#include "ui/urlopener.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stagestack.h"
#include "ui/widgets/table.h"
#include "ui/widgets/typography.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

using State = PublishRun::State;

constexpr int visibleColumns = 86;
constexpr int visibleRows = 7;
constexpr int visibleLines = 10;

} // namespace

PublishDialog::PublishDialog(const Services &services,
                             const QStringList &paths,
                             const PublishForm::Files &files,
                             QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_paths(paths)
    , m_run(new PublishRun(services, paths, this))
    , m_message(new MessageBar(MessageBar::Closing::ByProgramOnly, this))
    , m_stages(new StageStack(this))
    , m_form(new PublishForm(services, files, this))
    , m_listStage(new QWidget(this))
    , m_summary(bodyLabel({}, m_listStage))
    , m_progress(new QProgressBar(m_listStage))
    , m_list(makeTable(*m_run, tr("Files"), m_listStage))
    , m_details(new QPlainTextEdit(m_listStage))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_open(new QPushButton(tr("&Open issue"), this))
    , m_retry(new QPushButton(tr("T&ry again"), this))
    , m_preview(new QPushButton(tr("Pre&view"), this))
    , m_publish(new QPushButton(tr("P&ublish"), this))
    , m_cancel(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(paths.size() == 1
                       //: %1 is the name of a file.
                       ? tr("Publish %1").arg(QFileInfo(paths.first()).fileName())
                       : tr("Publish %n files", nullptr, static_cast<int>(paths.size())));
    buildLayout();
    connectParts();
    showStage(Stage::Form);
    m_form->begin();
}

PublishDialog::~PublishDialog() = default;

void PublishDialog::reject()
{
    if (m_run->isRunning()) {
        m_cancel->setEnabled(false);
        m_run->cancel();
    } else {
        QDialog::reject();
    }
}

void PublishDialog::buildLayout()
{
    m_stages->addWidget(m_form);
    m_stages->addWidget(makeList());
    for (auto *button : {m_back, m_open, m_retry, m_preview, m_cancel})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addWidget(m_open);
    buttons->addStretch();
    for (auto *button : {m_retry, m_preview, m_publish, m_cancel})
        buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(m_stages, 1);
    column->addLayout(buttons);
}

QWidget *PublishDialog::makeList()
{
    m_list->setMinimumWidth(m_list->fontMetrics().averageCharWidth() * visibleColumns);
    m_list->setMinimumHeight(m_list->fontMetrics().lineSpacing() * visibleRows);
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setMinimumHeight(m_details->fontMetrics().lineSpacing() * visibleLines);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_summary, 1);
    row->addWidget(m_progress);
    auto *column = new QVBoxLayout(m_listStage);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_list, 1);
    column->addWidget(m_details, 1);
    return m_listStage;
}

void PublishDialog::connectParts()
{
    connect(m_form, &PublishForm::edited, this, [this] {
        updateButtons();
        growToFit(*this);
    });
    connect(m_form, &PublishForm::failed, this, [this](const QString &message) {
        m_message->showMessage(StateMark::Failure, message);
        growToFit(*this);
    });
    connect(m_run, &PublishRun::progressed, this, &PublishDialog::follow);
    connect(m_list->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            &PublishDialog::showDetails);
    connect(m_back, &QPushButton::clicked, this, &PublishDialog::goBack);
    connect(m_open, &QPushButton::clicked, this, &PublishDialog::openIssue);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        m_message->clear();
        m_run->retry();
    });
    connect(m_preview, &QPushButton::clicked, this, &PublishDialog::preview);
    connect(m_publish, &QPushButton::clicked, this, &PublishDialog::publish);
    connect(m_cancel, &QPushButton::clicked, this, &PublishDialog::reject);
}

void PublishDialog::preview()
{
    publishing::PublishRequest request = m_form->request();
    request.isDryRun = true;
    m_message->clear();
    showStage(Stage::Preview);
    m_run->start(request);
}

void PublishDialog::publish()
{
    m_message->clear();
    showStage(Stage::Result);
    m_run->start(m_form->request());
}

void PublishDialog::goBack()
{
    m_message->clear();
    showStage(Stage::Form);
}

void PublishDialog::follow()
{
    m_progress->setRange(0, static_cast<int>(m_paths.size()));
    m_progress->setValue(m_run->count(State::Done) + m_run->count(State::Failed));
    m_progress->setVisible(m_run->isRunning());
    m_summary->setText(summary());
    showDetails();
    updateButtons();
    if (!m_run->isRunning() && m_stage == Stage::Result)
        m_cancel->setFocus();
}

QString PublishDialog::summary() const
{
    const int done = m_run->count(State::Done);
    const auto all = m_paths.size();
    if (m_run->isRunning() && m_stage == Stage::Preview)
        return tr("Asking Jira what would happen…");
    if (m_run->isRunning())
        //: %1 and %2 are numbers.
        return tr("Publishing: %1 of %2 done").arg(done).arg(all);
    if (m_stage == Stage::Preview)
        return m_run->count(State::Failed) > 0
            ? tr("Nothing was sent. Some files cannot be published like this:")
            : tr("Nothing was sent yet. This is what would happen:");
    if (done == all)
        return tr("Done.");
    //: %1 and %2 are numbers.
    return tr("%1 of %2 done. Those that failed can be tried again; none is made twice.")
        .arg(done)
        .arg(all);
}

void PublishDialog::showStage(Stage stage)
{
    m_stage = stage;
    m_stages->setCurrentWidget(stage == Stage::Form ? m_form : m_listStage);
    if (stage == Stage::Form)
        m_form->focusFirst();
    else
        m_list->setCurrentIndex(m_run->index(0, 0));
    updateButtons();
    growToFit(*this);
}

void PublishDialog::showDetails()
{
    const QModelIndex current = m_list->currentIndex();
    QString text;
    if (current.isValid()) {
        text = m_run->details(current.row());
        const auto outcome = m_run->outcome(current.row());
        if (m_stage == Stage::Preview && outcome)
            text = outcome->summary + u"\n\n"_s + outcome->description
                + (text.isEmpty() ? QString() : u"\n\n"_s + text);
    }
    m_details->setAccessibleName(m_stage == Stage::Preview ? tr("Text of the issue")
                                                           : tr("Details"));
    if (text != m_details->toPlainText())
        m_details->setPlainText(text);
    m_details->setVisible(!text.isEmpty());
    m_open->setEnabled(!issueUrl().isEmpty());
}

void PublishDialog::updateButtons()
{
    const bool isRunning = m_run->isRunning();
    const bool hasResult = m_stage == Stage::Result && !isRunning;
    const bool hasRest = m_run->count(State::Failed) > 0 || m_run->count(State::NotTried) > 0;
    m_back->setVisible(m_stage == Stage::Preview && !isRunning);
    m_open->setVisible(hasResult);
    m_retry->setVisible(hasResult && hasRest);
    m_preview->setVisible(m_stage == Stage::Form);
    m_preview->setEnabled(m_form->isComplete());
    m_publish->setVisible(m_stage != Stage::Result);
    m_publish->setEnabled(m_form->isComplete() && !isRunning);
    m_publish->setDefault(m_stage != Stage::Result);
    m_cancel->setDefault(hasResult);
    m_cancel->setEnabled(true);
    m_cancel->setText(hasResult ? tr("&Close") : tr("Ca&ncel"));
}

QUrl PublishDialog::issueUrl() const
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return {};
    const auto outcome = m_run->outcome(current.row());
    return outcome ? outcome->publication.issueUrl : QUrl();
}

void PublishDialog::openIssue()
{
    const QUrl url = issueUrl();
    if (!m_services.urlOpener.open(url))
        m_message->showMessage(
            StateMark::Warning,
            tr("No browser could be opened. The page is %1").arg(url.toString()));
}

} // namespace fairlead::ui
