// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/publishform.h"

#include "ui/models/publishchoices.h"
#include "ui/widgets/neededfields.h"
#include "ui/widgets/typography.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

using publishing::Again;
using publishing::Choice;

constexpr int maxSummary = 255; // Jira's limit
constexpr int fieldWidthInCharacters = 56;

enum ParentKind { NoParent, AnIssue, ANewEpic };

/** Shows the choices and chooses `wanted` among them, or the first. */
void fill(QComboBox &box, const QList<Choice> &choices, const QString &wanted)
{
    const QSignalBlocker quiet(box);
    box.clear();
    for (const Choice &choice : choices)
        box.addItem(choice.name, choice.id);
    const int known = box.findData(wanted);
    box.setCurrentIndex(known >= 0 || choices.isEmpty() ? known : 0);
}

} // namespace

PublishForm::PublishForm(const Services &services, const Files &files, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_files(files)
    , m_choices(new PublishChoices(services, this))
    , m_again(new QComboBox(this))
    , m_newIssues(new QWidget(this))
    , m_connection(new QComboBox(m_newIssues))
    , m_project(new QComboBox(m_newIssues))
    , m_type(new QComboBox(m_newIssues))
    , m_needed(new NeededFields(m_newIssues))
    , m_parentKind(new QComboBox(m_newIssues))
    , m_parent(new QLineEdit(m_newIssues))
    , m_summary(new QLineEdit(this))
    , m_attach(new QCheckBox(tr("&Attach the file itself, too"), this))
    , m_progress(bodyLabel({}, this))
{
    buildLayout();
    followChoices();
    fill(*m_connection, m_choices->connections(), {});
    updateFields();
}

void PublishForm::begin()
{
    // Without any connection the answer says what to do.
    m_choices->askForProjects(m_connection->currentData().toString());
}

void PublishForm::buildLayout()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *top = new QFormLayout;
    addAgain(*top);
    column->addLayout(top);

    auto *form = new QFormLayout(m_newIssues);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Site:"), m_connection);
    form->addRow(tr("&Project:"), m_project);
    form->addRow(tr("&Type:"), m_type);
    form->addRow(m_needed);
    addParent(*form);
    const int width = m_project->fontMetrics().averageCharWidth() * fieldWidthInCharacters;
    m_project->setMinimumWidth(width);
    // Somebody with hundreds of projects types.
    m_project->setEditable(true);
    m_project->setInsertPolicy(QComboBox::NoInsert);
    m_project->lineEdit()->setAccessibleName(tr("Key or name of the project"));
    m_project->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_project->completer()->setFilterMode(Qt::MatchContains);
    column->addWidget(m_newIssues);

    auto *bottom = new QFormLayout;
    bottom->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_summary->setMaxLength(maxSummary);
    m_summary->setPlaceholderText(tr("The first heading of the file, or its name"));
    if (m_files.count == 1)
        bottom->addRow(tr("Su&mmary:"), m_summary);
    else
        m_summary->hide();
    bottom->addRow(QString(), m_attach);
    column->addLayout(bottom);
    column->addWidget(m_progress);
    column->addStretch();
}

void PublishForm::addAgain(QFormLayout &form)
{
    m_again->addItem(tr("Update the issue"), static_cast<int>(Again::Update));
    m_again->addItem(tr("Comment with what changed"), static_cast<int>(Again::Comment));
    m_again->addItem(tr("Make a new issue"), static_cast<int>(Again::New));
    m_again->setVisible(m_files.published > 0);
    if (m_files.published == 0)
        return;
    form.addRow(m_files.count == 1 ? tr("&It is published already:")
                                   : tr("&What is published already:"),
                m_again);
    connect(
        m_again, qOverload<int>(&QComboBox::currentIndexChanged), this, &PublishForm::updateFields);
}

void PublishForm::addParent(QFormLayout &form)
{
    m_parentKind->addItem(tr("Nothing"));
    m_parentKind->addItem(tr("An issue that there is"));
    m_parentKind->addItem(tr("A new epic"));
    //: What a new issue goes below: nothing, an issue, a new epic.
    form.addRow(tr("&Below:"), m_parentKind);
    form.addRow(QString(), m_parent);
    m_parent->setMaxLength(maxSummary);
    connect(m_parent, &QLineEdit::textChanged, this, &PublishForm::edited);
    connect(m_parentKind,
            qOverload<int>(&QComboBox::currentIndexChanged),
            this,
            &PublishForm::updateFields);
}

void PublishForm::followChoices()
{
    connect(m_connection, qOverload<int>(&QComboBox::currentIndexChanged), this, [this] {
        fill(*m_project, {}, {});
        fill(*m_type, {}, {});
        m_choices->askForProjects(m_connection->currentData().toString());
        Q_EMIT edited();
    });
    connect(m_project,
            qOverload<int>(&QComboBox::currentIndexChanged),
            this,
            &PublishForm::chooseProject);
    connect(m_project, &QComboBox::editTextChanged, this, &PublishForm::edited);
    connect(m_project->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        // The key alone is enough.
        const int known = m_project->findData(m_project->currentText().trimmed().toUpper());
        if (known >= 0)
            m_project->setCurrentIndex(known);
    });
    connect(
        m_type, qOverload<int>(&QComboBox::currentIndexChanged), this, &PublishForm::chooseType);
    connect(m_needed, &NeededFields::edited, this, &PublishForm::edited);
    connect(m_choices, &PublishChoices::asking, this, [this] {
        m_progress->setText(tr("Asking Jira what there is to choose from…"));
        Q_EMIT edited();
    });
    connect(m_choices, &PublishChoices::projectsKnown, this, [this](QList<Choice> projects) {
        for (Choice &project : projects)
            //: %1 is a project's key, %2 its name.
            project.name = tr("%1 – %2").arg(project.id, project.name);
        fill(*m_project, projects, m_files.project);
        chooseProject();
    });
    connect(m_choices, &PublishChoices::typesKnown, this, [this](const QList<Choice> &types) {
        // The type chosen before, if the project has it; else what most people want.
        const QString before = m_type->currentText();
        QString wanted;
        for (const Choice &type : types) {
            if (type.name == before || (wanted.isEmpty() && type.name == "Task"_L1))
                wanted = type.id;
        }
        fill(*m_type, types, wanted);
        chooseType();
    });
    connect(m_choices,
            &PublishChoices::fieldsKnown,
            this,
            [this](const QList<publishing::NeededField> &fields) {
                m_progress->clear();
                m_needed->setFields(fields);
            });
    connect(m_choices, &PublishChoices::failed, this, [this](const QString &message) {
        m_progress->clear();
        Q_EMIT failed(message);
        Q_EMIT edited();
    });
}

void PublishForm::updateFields()
{
    m_newIssues->setVisible(makesIssues());
    const int kind = m_parentKind->currentIndex();
    m_parent->setVisible(kind != NoParent);
    m_parent->setPlaceholderText(kind == AnIssue ? tr("Its key, such as WEB-1")
                                                 : tr("Its name; it is made once"));
    m_parent->setAccessibleName(kind == AnIssue ? tr("Key of the issue") : tr("Name of the epic"));
    Q_EMIT edited();
}

void PublishForm::chooseProject()
{
    m_needed->setFields({});
    m_progress->clear();
    if (!project().isEmpty())
        m_choices->askForTypes(project());
    Q_EMIT edited();
}

void PublishForm::chooseType()
{
    m_progress->clear();
    if (!project().isEmpty() && m_type->currentIndex() >= 0)
        m_choices->askForFields(project(), m_type->currentData().toString());
    Q_EMIT edited();
}

bool PublishForm::makesIssues() const
{
    return m_files.published < m_files.count
        || m_again->currentData().toInt() == static_cast<int>(Again::New);
}

QString PublishForm::project() const
{
    // What is typed and not chosen is no project yet.
    const int index = m_project->currentIndex();
    return index >= 0 && m_project->itemText(index) == m_project->currentText()
        ? m_project->itemData(index).toString()
        : QString();
}

publishing::PublishRequest PublishForm::request() const
{
    publishing::PublishRequest request;
    request.caller.userId = m_services.userId;
    request.caller.access = tools::KeyAccess::Full;
    request.summary = m_summary->text().trimmed();
    request.attachOriginal = m_attach->isChecked();
    if (m_files.published > 0)
        request.again = static_cast<Again>(m_again->currentData().toInt());
    if (!makesIssues())
        return request;
    request.connection = m_connection->currentData().toString();
    request.project = project();
    request.type = m_type->currentData().toString();
    request.fields = m_needed->values();
    const QString parent = m_parent->text().trimmed();
    if (m_parentKind->currentIndex() == AnIssue)
        request.parent = parent;
    else if (m_parentKind->currentIndex() == ANewEpic)
        request.epic = parent;
    return request;
}

bool PublishForm::isComplete() const
{
    if (!makesIssues())
        return true;
    const bool hasParent =
        m_parentKind->currentIndex() == NoParent || !m_parent->text().trimmed().isEmpty();
    return !m_choices->isAsking() && !project().isEmpty() && m_type->currentIndex() >= 0
        && m_needed->isComplete() && hasParent;
}

void PublishForm::focusFirst()
{
    (m_files.published > 0 ? m_again : m_project)->setFocus();
}

} // namespace fairlead::ui
